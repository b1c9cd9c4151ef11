import { Module } from '@nestjs/common';
import { EndorsementsModule } from '../endorsements/endorsements.module.js';
import { CommentsController } from './comments.controller.js';
import { Comments } from './comments.service.js';

@Module({ imports: [EndorsementsModule], controllers: [CommentsController], providers: [Comments] })
export class CommentsModule {}
