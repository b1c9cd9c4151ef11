import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  AnswerSubmission,
  DeclineSubmission,
  MergeSubmission,
  ResponseRate,
  ScreenSubmission,
  SendSubmission,
  Submission,
  submissionFilters,
  SubmissionPage,
  SubmissionReceipt,
  SubmissionStatus,
  TakeIntoTopic,
} from '@hsl/contracts/schemas/submissions';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SubmissionIntake } from './submission-intake.service.js';
import { SUBMISSION_STEPS } from './submission-steps.js';
import { SubmissionsService, type SubmissionQuery } from './submissions.service.js';

const SubmissionQuerySchema = pageQuerySchema.extend(submissionFilters);
const PeriodSchema = z.strictObject({ from: z.iso.datetime().optional(), to: z.iso.datetime().optional() });
const KEY = { name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' };

/** A step of a submission and what is answered to it. */
const Step = (path: string, summary: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiOkResponse({ standardSchema: Submission, description: 'The submission after the step' }),
  );

/** What residents tell, from the phone to the written answer (S35, S98, S111). */
@ApiTags('submissions')
@Controller('api/submissions')
export class SubmissionsController {
  constructor(
    private readonly intake: SubmissionIntake,
    private readonly submissions: SubmissionsService,
  ) {}

  @Public()
  @Post()
  @ApiOperation({ summary: 'Tell something: by a scanned code or the form, without sign-in; or entered on behalf' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ standardSchema: SubmissionReceipt })
  send(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Body({ schema: SendSubmission }) body: SendSubmission,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<SubmissionReceipt> {
    return this.intake.take({ actor, key, locale: localeOf(request) }, body);
  }

  @Public()
  @Get('track/:code')
  @ApiOperation({ summary: 'Where it stands, by the tracking code; open to everybody' })
  @ApiOkResponse({ standardSchema: SubmissionStatus })
  track(@Param('code') code: string, @Req() request: FastifyRequest): Promise<SubmissionStatus> {
    return this.submissions.track(code, localeOf(request));
  }

  @Get()
  @ApiOperation({ summary: 'Submissions within your scope, newest first, without contacts' })
  @ApiOkResponse({ standardSchema: SubmissionPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: SubmissionQuerySchema }) query: SubmissionQuery) {
    return this.submissions.list(actor, query);
  }

  @Get('response-rate')
  @ApiOperation({ summary: 'How many of the submissions due in a period got their written answer' })
  @ApiOkResponse({ standardSchema: ResponseRate })
  responseRate(@CurrentActor() actor: Actor, @Query({ schema: PeriodSchema }) period: z.output<typeof PeriodSchema>) {
    return this.submissions.responseRate(actor, period);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One submission, without contacts' })
  @ApiOkResponse({ standardSchema: Submission })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Submission> {
    return this.submissions.get(actor, id);
  }

  @Step('screening', 'Looked at; to be answered by the office or by the community')
  screen(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ScreenSubmission }) body: ScreenSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.screen, body);
  }

  @Step('topic', 'It becomes part of a topic')
  topic(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TakeIntoTopic }) body: TakeIntoTopic,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.topic, body);
  }

  @Step('answer', 'Answered in writing, which ends it')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AnswerSubmission }) body: AnswerSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.answer, body);
  }

  @Step('merge', 'The same matter came in before')
  merge(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: MergeSubmission }) body: MergeSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.merge, body);
  }

  @Step('decline', 'Not taken up, with the reason in writing')
  decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: DeclineSubmission }) body: DeclineSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.decline, body);
  }
}
