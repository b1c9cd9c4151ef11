import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ApplyLedger } from '@hsl/contracts/schemas/whistle-steps';
import { StepTaken } from '@hsl/contracts/schemas/whistle-answers';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LedgerService } from './ledger.service.js';

/** Where a long-term matter is entered for the register: at its whistle. */
@ApiTags('ledger')
@Controller('api/whistles/:id')
export class LedgerApplicationsController {
  constructor(private readonly ledger: LedgerService) {}

  @Post('ledger-application')
  @ApiOperation({ summary: 'Apply for the ledger (挂账), by the lead, before its deadline' })
  @ApiCreatedResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  apply(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ApplyLedger }) body: ApplyLedger,
    @IdempotencyKey() key?: string,
  ) {
    return this.ledger.apply({ actor, id, key }, body);
  }
}
