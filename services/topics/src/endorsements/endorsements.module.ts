import { Module } from '@nestjs/common';
import { EndorsementsController } from './endorsements.controller.js';
import { Endorsements } from './endorsements.service.js';
import { PublicTopics } from './public-topics.js';

@Module({ controllers: [EndorsementsController], providers: [Endorsements, PublicTopics], exports: [PublicTopics] })
export class EndorsementsModule {}
