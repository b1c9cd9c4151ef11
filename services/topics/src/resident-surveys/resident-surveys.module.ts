import { Module } from '@nestjs/common';
import { ResidentSurveysController } from './resident-surveys.controller.js';
import { ResidentSurveysRepository } from './resident-surveys.repository.js';
import { ResidentSurveys } from './resident-surveys.service.js';

@Module({ controllers: [ResidentSurveysController], providers: [ResidentSurveys, ResidentSurveysRepository] })
export class ResidentSurveysModule {}
