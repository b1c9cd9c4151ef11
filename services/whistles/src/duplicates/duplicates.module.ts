import { Module } from '@nestjs/common';
import { MatterModule } from '../matter/matter.module.js';
import { SimilarController } from './similar.controller.js';
import { SimilarRepository } from './similar.repository.js';
import { SimilarService } from './similar.service.js';

@Module({ imports: [MatterModule], controllers: [SimilarController], providers: [SimilarService, SimilarRepository] })
export class DuplicatesModule {}
