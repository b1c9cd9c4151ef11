import { Module } from '@nestjs/common';
import { MemberCardsController } from './member-cards.controller.js';
import { MemberCardsRepository } from './member-cards.repository.js';
import { MemberCardsService } from './member-cards.service.js';

@Module({ controllers: [MemberCardsController], providers: [MemberCardsService, MemberCardsRepository] })
export class MemberCardsModule {}
