import { Module } from '@nestjs/common';
import { ProjectionModule } from '../projection/projection.module.js';
import { FigureCasesRepository } from './figure-cases.repository.js';
import { FigureCounting } from './figure-counting.js';
import { FigureCountsRepository } from './figure-counts.repository.js';
import { FiguresController } from './figures.controller.js';
import { FiguresReader } from './figures-reader.js';
import { FiguresService } from './figures.service.js';
import { LightsService } from './lights.service.js';
import { OpenRedCardsRepository } from './open-red-cards.repository.js';
import { ScoreRulesConsumer } from './score-rules.consumer.js';
import { ScoreRulesRepository } from './score-rules.repository.js';

@Module({
  imports: [ProjectionModule],
  controllers: [FiguresController, ScoreRulesConsumer],
  providers: [
    FiguresService,
    LightsService,
    FiguresReader,
    FigureCounting,
    FigureCountsRepository,
    FigureCasesRepository,
    OpenRedCardsRepository,
    ScoreRulesRepository,
  ],
})
export class FiguresModule {}
