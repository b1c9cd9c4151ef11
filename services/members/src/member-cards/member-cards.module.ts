import { Module } from '@nestjs/common';
import { ImportsModule } from '@hsl/imports/imports.module';
import { MemberImportController } from './member-import.controller.js';
import { MemberCardsController } from './member-cards.controller.js';
import { MemberCardsRepository } from './member-cards.repository.js';
import { MemberCardsService } from './member-cards.service.js';

@Module({
  imports: [ImportsModule],
  controllers: [MemberImportController, MemberCardsController],
  providers: [MemberCardsService, MemberCardsRepository],
})
export class MemberCardsModule {}
