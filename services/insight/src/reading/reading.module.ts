import { Module } from '@nestjs/common';
import { ProjectionModule } from '../projection/projection.module.js';
import { BoardReader } from './board-reader.js';
import { MattersRepository } from './matters.repository.js';

/** What board and list share: the reader's scope, and matters as they are read. */
@Module({
  imports: [ProjectionModule],
  providers: [BoardReader, MattersRepository],
  exports: [BoardReader, MattersRepository, ProjectionModule],
})
export class ReadingModule {}
