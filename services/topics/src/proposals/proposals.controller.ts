import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  AssignProposal,
  FileProposal,
  NoWords,
  Proposal,
  proposalFilters,
  ProposalPage,
  RateProposal,
  RecordMeeting,
  ReplyProposal,
  SubmitProposal,
} from '@hsl/contracts/schemas/proposals';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { KEY, Step } from './proposal-step.decorator.js';
import { ProposalSubmissionService } from './proposal-submission.service.js';
import { PROPOSAL_STEPS } from './proposal-steps.js';
import { ProposalsService, type ProposalQuery } from './proposals.service.js';

const ProposalQuerySchema = pageQuerySchema.extend(proposalFilters);

/** Proposals of members, from submission to rating and what was promised (domain 2.6, 4.1). */
@ApiTags('proposals')
@Controller('api/proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly submissions: ProposalSubmissionService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Proposals the caller may see, newest first' })
  @ApiOkResponse({ standardSchema: ProposalPage, description: 'A page of proposals' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ProposalQuerySchema }) query: ProposalQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.list({ actor, locale: localeOf(request) }, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One proposal with the words of its steps' })
  @ApiOkResponse({ standardSchema: Proposal, description: 'The proposal' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest) {
    return this.proposals.get({ actor, locale: localeOf(request) }, id);
  }

  @Post()
  @ApiOperation({ summary: 'Submit a proposal, raised from a matter, a session or by itself' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ standardSchema: Proposal })
  submit(
    @CurrentActor() actor: Actor,
    @Body({ schema: SubmitProposal }) body: SubmitProposal,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.submissions.submit({ actor, key, locale: localeOf(request) }, body);
  }

  @Step('filing', 'Examine a submitted proposal: filed, or not with the reason')
  file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: FileProposal }) body: FileProposal,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.file, body);
  }

  @Step('assignment', 'Assign a filed proposal to a lead and supporting departments')
  assign(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AssignProposal }) body: AssignProposal,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.assign, body);
  }

  @Step('meeting', 'The lead records its talk with the author')
  recordMeeting(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RecordMeeting }) body: RecordMeeting,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.recordMeeting, body);
  }

  @Step('meeting-confirmation', 'The author confirms the talk')
  confirmMeeting(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: NoWords }) body: NoWords,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.confirmMeeting, body);
  }

  @Step('reply', 'The lead replies: class A, B, C or D; B with a date')
  reply(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReplyProposal }) body: ReplyProposal,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.reply, body);
  }

  @Step('supplement', 'The lead says what became of a class B promise')
  supplement(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReplyProposal }) body: ReplyProposal,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.supplement, body);
  }

  @Step('rating', 'The author rates the reply; a first dissatisfaction sends it back')
  rate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RateProposal }) body: RateProposal,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.rate, body);
  }

  @Step('closing', 'Close a rated proposal; a promise that is still owed is carried over')
  close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: NoWords }) body: NoWords,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.close, body);
  }

  @Step('withdrawal', 'The author withdraws a proposal that was not yet examined')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: NoWords }) body: NoWords,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.proposals.take({ actor, key, locale: localeOf(request) }, id, PROPOSAL_STEPS.withdraw, body);
  }
}
