import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ProposalWords, RuleProposalReturn } from '@hsl/contracts/schemas/proposals';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Step } from './proposal-step.decorator.js';
import { PROPOSAL_STEPS } from './proposal-steps.js';
import { ProposalsService } from './proposals.service.js';

/** What units do before they reply: return it, give an opinion, draft the reply (domain 2.6). */
@ApiTags('proposals')
@Controller('api/proposals')
export class ProposalUnitsController {
  constructor(private readonly proposals: ProposalsService) {}

  @Step('return-request', 'The lead says that it is another unit’s, once and within its time')
  requestReturn(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ProposalWords }) body: ProposalWords,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.requestReturn, body);
  }

  @Step('return-ruling', 'Rule on a return: upheld, it is assigned anew; refused, the deadline stays')
  ruleReturn(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RuleProposalReturn }) body: RuleProposalReturn,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.ruleReturn, body);
  }

  @Step('opinion', 'A supporting unit gives its opinion to the lead; the author does not see it')
  giveOpinion(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ProposalWords }) body: ProposalWords,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.giveOpinion, body);
  }

  @Step('reply-draft', 'A handler of the lead drafts the reply; only the lead sees it')
  draftReply(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ProposalWords }) body: ProposalWords,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.draftReply, body);
  }
}
