import { Module } from '@nestjs/common';
import { ReferralsController } from './referrals.controller.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

/** What the district supervises. */
@Module({ controllers: [ReferralsController], providers: [ReferralsService, ReferralsRepository] })
export class ReferralsModule {}
