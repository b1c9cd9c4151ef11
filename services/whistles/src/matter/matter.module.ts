import { Module } from '@nestjs/common';
import { StarterModule } from '../starter/starter.module.js';
import { ProcessController } from './process.controller.js';
import { ProcessService } from './process.service.js';
import { WhistleReader } from './whistle-reader.js';
import { WhistleRepository } from './whistle.repository.js';
import { WhistlesController } from './whistles.controller.js';

@Module({
  imports: [StarterModule],
  controllers: [WhistlesController, ProcessController],
  providers: [WhistleRepository, WhistleReader, ProcessService],
  exports: [WhistleRepository, WhistleReader],
})
export class MatterModule {}
