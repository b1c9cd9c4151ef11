import { Module } from '@nestjs/common';
import { KnownModule } from '../known/known.module.js';
import { AnswerContentRepository } from './answer-content.repository.js';
import { AnswerContentSweep } from './answer-content.sweep.js';
import { CheckInAnswersService } from './check-in-answers.service.js';
import { AbsencesController } from './absences.controller.js';
import { AbsencesService } from './absences.service.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsService } from './claims.service.js';
import { CheckInsController } from './check-ins.controller.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { CheckInsService } from './check-ins.service.js';
import { OpenRequests } from './open-requests.js';

@Module({
  imports: [KnownModule],
  controllers: [ClaimsController, AbsencesController, CheckInsController],
  providers: [
    CheckInsService,
    CheckInsRepository,
    CheckInAnswersService,
    ClaimsService,
    OpenRequests,
    AbsencesService,
    AnswerContentRepository,
    AnswerContentSweep,
  ],
})
export class CheckInsModule {}
