import { Module } from '@nestjs/common';
import { ReadingModule } from '../reading/reading.module.js';
import { BoardController } from './board.controller.js';
import { BoardService } from './board.service.js';
import { BrokerWatch } from './broker-watch.js';
import { StandingCountsRepository } from './standing-counts.repository.js';
import { TimelyCountsRepository } from './timely-counts.repository.js';

@Module({
  imports: [ReadingModule],
  controllers: [BoardController],
  providers: [BoardService, BrokerWatch, StandingCountsRepository, TimelyCountsRepository],
})
export class BoardModule {}
