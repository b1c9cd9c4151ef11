import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/communities.module.js';
import { PublicReadingController } from './public-reading.controller.js';
import { PublicReading } from './public-reading.service.js';

@Module({ imports: [CommunitiesModule], controllers: [PublicReadingController], providers: [PublicReading] })
export class PublicReadingModule {}
