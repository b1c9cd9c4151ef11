import { Module } from '@nestjs/common';
import { MemberAsking } from './member-asking.js';
import { StarterRepository } from './starter.repository.js';
import { WhistleStarter } from './whistle-starter.js';
import { WorkflowLauncher } from './workflow-launcher.js';

@Module({
  providers: [StarterRepository, WhistleStarter, WorkflowLauncher, MemberAsking],
  exports: [WhistleStarter, MemberAsking],
})
export class StarterModule {}
