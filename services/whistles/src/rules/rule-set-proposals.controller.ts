import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  ApproveRuleSet,
  ProposeRuleSet,
  RejectRuleSet,
  RuleSetProposal,
  RuleSetProposalPage,
  ruleSetProposalFilters,
} from '@hsl/contracts/schemas/rules';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { RuleSetProposals } from './rule-set-proposals.service.js';

const ProposalQuery = pageQuerySchema.extend(ruleSetProposalFilters);
type ProposalQuery = z.output<typeof ProposalQuery>;

/** Changing the rules: one person proposes, another one approves, from a date on (S102). */
@ApiTags('rules')
@Controller('api/rule-set/proposals')
export class RuleSetProposalsController {
  constructor(private readonly proposals: RuleSetProposals) {}

  @Get()
  @ApiOperation({ summary: 'Proposals, newest first' })
  @ApiOkResponse({ standardSchema: RuleSetProposalPage, description: 'A page of proposals' })
  list(@CurrentActor() actor: Actor, @Query({ schema: ProposalQuery }) query: ProposalQuery) {
    return this.proposals.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One proposal, with its content and what it changes' })
  @ApiOkResponse({ standardSchema: RuleSetProposal, description: 'The proposal' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.proposals.get(actor, id);
  }

  @Post()
  @ApiOperation({ summary: 'Propose other rules' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiCreatedResponse({ standardSchema: RuleSetProposal, description: 'The proposal, waiting for approval' })
  propose(
    @CurrentActor() actor: Actor,
    @Body({ schema: ProposeRuleSet }) body: ProposeRuleSet,
    @IdempotencyKey() key?: string,
  ) {
    return this.proposals.propose(actor, body, key);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make it a version that is in force from a later instant on; not by who proposed it' })
  @ApiOkResponse({ standardSchema: RuleSetProposal, description: 'The proposal, with the version it became' })
  approve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ApproveRuleSet }) body: ApproveRuleSet,
  ) {
    return this.proposals.approve(actor, id, Date.parse(body.effectiveFrom));
  }

  @Post(':id/rejection')
  @HttpCode(200)
  @ApiOperation({ summary: 'Reject it, with the reason' })
  @ApiOkResponse({ standardSchema: RuleSetProposal, description: 'The proposal, rejected' })
  reject(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: RejectRuleSet }) body: RejectRuleSet) {
    return this.proposals.reject(actor, id, body.reason);
  }
}
