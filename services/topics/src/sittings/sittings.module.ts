import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/communities.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { Motions } from './motions.service.js';
import { Opinions } from './opinions.service.js';
import { Publications } from './publications.service.js';
import { RecordsController } from './records.controller.js';
import { SittingMinutes } from './sitting-minutes.service.js';
import { SittingRecords } from './sitting-records.js';
import { VoicesController } from './voices.controller.js';
import { Participants } from './participants.service.js';
import { ParticipantsController } from './participants.controller.js';
import { SeatTemplates } from './seat-templates.js';
import { SessionFigures } from './session-figures.service.js';
import { SessionLinks } from './session-links.service.js';
import { SignInList } from './sign-in-list.js';
import { SittingDesk } from './sitting-desk.js';
import { SittingPlans } from './sitting-plan.service.js';
import { SittingsController } from './sittings.controller.js';
import { ThematicSessions } from './thematic-sessions.js';

/** The sittings of sessions: when and where, who comes, what is said and voted, what everybody may read of it. */
@Module({
  imports: [SessionsModule, CommunitiesModule],
  controllers: [SittingsController, ParticipantsController, VoicesController, RecordsController],
  providers: [
    SittingDesk,
    SeatTemplates,
    SittingPlans,
    ThematicSessions,
    Participants,
    SignInList,
    Opinions,
    Motions,
    SittingRecords,
    SittingMinutes,
    Publications,
    SessionLinks,
    SessionFigures,
  ],
})
export class SittingsModule {}
