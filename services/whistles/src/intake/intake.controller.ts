import { CurrentActor, type Actor } from '@hsl/access/actor';
import { BlowWhistle } from '@hsl/contracts/schemas/whistles';
import { Blown } from '@hsl/contracts/schemas/whistle-answers';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IntakeService } from './intake.service.js';

/** A community worker blows a whistle about something the community cannot solve alone. */
@ApiTags('whistles')
@Controller('api/whistles')
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  @Post()
  @ApiOperation({ summary: 'Blow a whistle; answered once it is durably stored' })
  @ApiCreatedResponse({ standardSchema: Blown, description: 'The new whistle' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Required of API keys; 1 to 128 characters' })
  blow(
    @CurrentActor() actor: Actor,
    @Body({ schema: BlowWhistle }) body: BlowWhistle,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.intake.blow(actor, body, key);
  }
}
