import { Module } from '@nestjs/common';
import { DutyOfficer } from './duty-officer.js';
import { DutyRosterController } from './duty-roster.controller.js';
import { DutyRosterService } from './duty-roster.service.js';

/** Who is rung when an emergency is blown outside working hours (S10, domain 4.3). */
@Module({ controllers: [DutyRosterController], providers: [DutyRosterService, DutyOfficer], exports: [DutyOfficer] })
export class DutyRosterModule {}
