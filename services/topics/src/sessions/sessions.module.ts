import { Module } from '@nestjs/common';
import { MinutesDrafts } from './minutes-drafts.js';
import { ThematicRecorder } from './thematic-recorder.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  controllers: [SessionsController],
  providers: [SessionsService, SessionsRepository, MinutesDrafts, ThematicRecorder],
  exports: [SessionsRepository, SessionsService, MinutesDrafts],
})
export class SessionsModule {}
