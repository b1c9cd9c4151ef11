import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Dispute, disputeFilters, DisputePage, rulingFilters, RulingPage } from '@hsl/contracts/schemas/approvals';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestHeaders } from '../request-headers.js';
import { DisputesService, type DisputeQuery } from './disputes.service.js';
import { RulingsService, type RulingQuery } from './rulings.service.js';

const RulingQuerySchema = pageQuerySchema.extend(rulingFilters);
const DisputeQuerySchema = pageQuerySchema.extend(disputeFilters);

/** What waits for the caller's word, and disputes over responsibility; the word is given at the task itself. */
@ApiTags('department tasks')
@Controller('api')
export class RulingsController {
  constructor(
    private readonly rulings: RulingsService,
    private readonly disputes: DisputesService,
  ) {}

  @Get('rulings')
  @ApiOperation({ summary: 'Tasks that wait for the caller’s word, with who asks and why' })
  @ApiOkResponse({ standardSchema: RulingPage, description: 'A page of what waits' })
  waiting(
    @CurrentActor() actor: Actor,
    @Query({ schema: RulingQuerySchema }) query: RulingQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.rulings.list(actor, query, localeOf({ headers }));
  }

  @Get('disputes')
  @ApiOperation({ summary: 'Disputes over responsibility the caller may read: open ones, or those that are settled' })
  @ApiOkResponse({ standardSchema: DisputePage, description: 'A page of disputed tasks' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: DisputeQuerySchema }) query: DisputeQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.disputes.list(actor, query, localeOf({ headers }));
  }

  @Get('disputes/:id')
  @ApiOperation({ summary: 'One dispute: units tried, their bases, the site meeting, rulings and the precedent' })
  @ApiOkResponse({ standardSchema: Dispute, description: 'The dispute about the task of that id' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Headers() headers: RequestHeaders) {
    return this.disputes.one(actor, id, localeOf({ headers }));
  }
}
