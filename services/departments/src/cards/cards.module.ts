import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { CardRepository } from './card.repository.js';
import { CardsController } from './cards.controller.js';
import { CardsService } from './cards.service.js';

/** Yellow and red cards. */
@Module({ imports: [TasksModule], controllers: [CardsController], providers: [CardsService, CardRepository] })
export class CardsModule {}
