import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { PlatformHealth } from '@hsl/contracts/schemas/platform-health';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ServiceProbe } from './service-probe.js';

@Controller('api/platform-health')
export class PlatformHealthController {
  constructor(
    private readonly access: AccessService,
    private readonly probe: ServiceProbe,
  ) {}

  /** Like the reconciliations, a matter of audit and administration. */
  @Get()
  @ApiOperation({ summary: 'Every service and what it depends on, asked now' })
  @ApiOkResponse({ standardSchema: PlatformHealth, description: 'How they stand' })
  async now(@CurrentActor() actor: Actor): Promise<PlatformHealth> {
    this.access.authorize(actor, 'audit.read', { subdistrictId: actor.subdistrictId });
    return this.probe.all();
  }
}
