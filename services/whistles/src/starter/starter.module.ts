import { Module } from '@nestjs/common';
import { StarterRepository } from './starter.repository.js';
import { WhistleStarter } from './whistle-starter.js';
import { WorkflowLauncher } from './workflow-launcher.js';

@Module({ providers: [StarterRepository, WhistleStarter, WorkflowLauncher], exports: [WhistleStarter] })
export class StarterModule {}
