import { Module } from '@nestjs/common';
import { ReadingModule } from '../reading/reading.module.js';
import { LiveListController } from './live-list.controller.js';
import { LiveListService } from './live-list.service.js';

@Module({ imports: [ReadingModule], controllers: [LiveListController], providers: [LiveListService] })
export class LiveListModule {}
