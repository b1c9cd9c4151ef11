import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  DecideRouting,
  ProposeRouting,
  RoutingProposal,
  routingProposalFilters,
  RoutingProposalPage,
} from '@hsl/contracts/schemas/routing-proposals';
import { IfMatch } from '@hsl/platform/if-match';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { RequestHeaders } from '../request-headers.js';
import { RoutingProposalsService } from './routing-proposals.service.js';

const Id = z.uuid();
const ProposalQuery = pageQuerySchema.extend(routingProposalFilters);
type ProposalQuery = z.output<typeof ProposalQuery>;

/** Changing the routing table: one person proposes, another decides. */
@ApiTags('routing table')
@Controller('api/routing-table')
export class RoutingProposalsController {
  constructor(private readonly proposals: RoutingProposalsService) {}

  @Get('proposals')
  @ApiOperation({ summary: 'Proposed changes of the routing table, newest first' })
  @ApiOkResponse({ standardSchema: RoutingProposalPage, description: 'A page of proposals' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ProposalQuery }) query: ProposalQuery,
    @Headers() headers: RequestHeaders,
  ): Promise<RoutingProposalPage> {
    return this.proposals.list(actor, query, localeOf({ headers }));
  }

  @Post(':categoryCode/proposals')
  @ApiOperation({ summary: 'Propose who leads and who supports for a category from now on' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version of the row that was seen, such as "3"' })
  @ApiCreatedResponse({ standardSchema: RoutingProposal, description: 'The proposal, waiting for approval' })
  propose(
    @CurrentActor() actor: Actor,
    @Param('categoryCode') categoryCode: string,
    @Body({ schema: ProposeRouting }) body: ProposeRouting,
    @IfMatch() seen: number | undefined,
    @Headers() headers: RequestHeaders,
  ): Promise<RoutingProposal> {
    return this.proposals.propose(actor, categoryCode, body, { seen, locale: localeOf({ headers }) });
  }

  @Post('proposals/:id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve it, so that it is the row from now on, or reject it; not by who proposed it' })
  @ApiOkResponse({ standardSchema: RoutingProposal, description: 'The proposal, decided' })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideRouting }) body: DecideRouting,
    @Headers() headers: RequestHeaders,
  ): Promise<RoutingProposal> {
    return this.proposals.decide(actor, id, body, localeOf({ headers }));
  }
}
