import { Module } from '@nestjs/common';
import { MatterModule } from '../matter/matter.module.js';
import { FollowingController } from './following.controller.js';
import { FollowingService } from './following.service.js';
import { FollowsRepository } from './follows.repository.js';

/** Who follows which whistle (S95). */
@Module({
  imports: [MatterModule],
  controllers: [FollowingController],
  providers: [FollowingService, FollowsRepository],
})
export class FollowingModule {}
