import { Module } from '@nestjs/common';
import { FindingsController } from './findings.controller.js';
import { FindingsRepository } from './findings.repository.js';

@Module({ controllers: [FindingsController], providers: [FindingsRepository], exports: [FindingsRepository] })
export class FindingsModule {}
