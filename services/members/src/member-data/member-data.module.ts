import { Module } from '@nestjs/common';
import { MemberDataController } from './member-data.controller.js';
import { MemberData } from './member-data.service.js';

/** A member's own data, for that member. */
@Module({ controllers: [MemberDataController], providers: [MemberData] })
export class MemberDataModule {}
