import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { FiguresService } from './figures.service.js';

/** Sums over whistles (S82). */
@Module({ controllers: [FiguresController], providers: [FiguresService] })
export class FiguresModule {}
