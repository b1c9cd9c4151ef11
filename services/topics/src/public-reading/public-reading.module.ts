import { Module } from '@nestjs/common';
import { PublicReadingController } from './public-reading.controller.js';
import { PublicReading } from './public-reading.service.js';

@Module({ controllers: [PublicReadingController], providers: [PublicReading] })
export class PublicReadingModule {}
