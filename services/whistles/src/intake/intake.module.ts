import { Module } from '@nestjs/common';
import { StarterModule } from '../starter/starter.module.js';
import { IntakeController } from './intake.controller.js';
import { IntakeService } from './intake.service.js';
import { NumberingModule } from './numbering.module.js';

@Module({ imports: [StarterModule, NumberingModule], controllers: [IntakeController], providers: [IntakeService] })
export class IntakeModule {}
