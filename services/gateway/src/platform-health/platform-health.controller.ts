import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { EventFlow, PlatformHealth } from '@hsl/contracts/schemas/platform-health';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { EventFlowProbe } from './event-flow-probe.js';
import { ServiceProbe } from './service-probe.js';

@Controller('api/platform-health')
export class PlatformHealthController {
  constructor(
    private readonly access: AccessService,
    private readonly probe: ServiceProbe,
    private readonly flow: EventFlowProbe,
  ) {}

  /** Like the reconciliations, a matter of audit and administration. */
  @Get()
  @ApiOperation({ summary: 'Every service and what it depends on, asked now' })
  @ApiOkResponse({ standardSchema: PlatformHealth, description: 'How they stand' })
  async now(@CurrentActor() actor: Actor): Promise<PlatformHealth> {
    this.access.authorize(actor, 'audit.read', { subdistrictId: actor.subdistrictId });
    return this.probe.all();
  }

  @Get('events')
  @ApiOperation({
    summary: 'How far each service is behind, and which events could not be handled',
    description: 'Dead letters of the own subdistrict, and what is no event. A broker that is away is `broker: down`.',
  })
  @ApiOkResponse({ standardSchema: EventFlow, description: 'As the broker says now' })
  async events(@CurrentActor() actor: Actor): Promise<EventFlow> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'audit.read', { subdistrictId });
    return this.flow.now(subdistrictId);
  }
}
