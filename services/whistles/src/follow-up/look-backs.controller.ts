import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ReportLookBack } from '@hsl/contracts/schemas/whistles';
import { StepTaken } from '@hsl/contracts/schemas/whistle-answers';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LookBacksService } from './look-backs.service.js';

const Sequence = z.coerce.number().int().min(1).max(9);

/** The follow-up of a concluded whistle. */
@ApiTags('follow-ups')
@Controller('api/follow-ups/:id/look-backs')
export class LookBacksController {
  constructor(private readonly lookBacks: LookBacksService) {}

  @Post(':n')
  @HttpCode(200)
  @ApiOperation({ summary: 'Report look-back n: STABLE, REBOUND (blows a new whistle) or UNVERIFIABLE' })
  @ApiOkResponse({ standardSchema: StepTaken, description: 'The matter after the step' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  report(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('n', { schema: Sequence }) n: number,
    @Body({ schema: ReportLookBack }) body: ReportLookBack,
    @IdempotencyKey() key?: string,
  ) {
    return this.lookBacks.report(actor, id, n, body, key);
  }
}
