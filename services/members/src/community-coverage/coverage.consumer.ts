import type { CloudEvent } from '@hsl/contracts/event';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CoverageService } from './coverage.service.js';

/** Looks again when a posting or a group has changed. Looking twice tells once, so no event needs to be noted. */
@Controller()
export class CoverageConsumer {
  constructor(private readonly coverage: CoverageService) {}

  @EventPattern('member.posted.v1')
  async onPosted(@Payload() { subdistrictid }: CloudEvent<'member.posted.v1'>): Promise<void> {
    await this.coverage.check(subdistrictid);
  }

  @EventPattern(['register.recorded.v1', 'register.changed.v1'])
  async onGroup(@Payload() event: CloudEvent<'register.recorded.v1' | 'register.changed.v1'>): Promise<void> {
    if (event.data.register === 'stakeholderGroup') await this.coverage.check(event.subdistrictid);
  }
}
