import { Module } from '@nestjs/common';
import { CoverageModule } from '../community-coverage/coverage.module.js';
import { AreasController } from './areas.controller.js';
import { AreasRepository } from './areas.repository.js';
import { AreasService } from './areas.service.js';

/** Postings of members to communities. */
@Module({ imports: [CoverageModule], controllers: [AreasController], providers: [AreasService, AreasRepository] })
export class AreasModule {}
