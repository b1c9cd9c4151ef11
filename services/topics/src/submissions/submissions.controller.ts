import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  ReadContact,
  ContactErased,
  EraseContact,
  SubmissionContact,
} from '@hsl/contracts/schemas/submission-contacts';
import {
  ResponseRate,
  SendSubmission,
  SimilarSubmissions,
  Submission,
  submissionFilters,
  SubmissionPage,
  SubmissionReceipt,
  SubmissionStatus,
} from '@hsl/contracts/schemas/submissions';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SubmissionIntake } from './submission-intake.service.js';
import { SubmissionContacts } from './submission-contacts.service.js';
import { SubmissionsService, type SubmissionQuery } from './submissions.service.js';

const SubmissionQuerySchema = pageQuerySchema.extend(submissionFilters);
const PeriodSchema = z.strictObject({ from: z.iso.datetime().optional(), to: z.iso.datetime().optional() });
const KEY = { name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' };

/** What residents tell, from the phone to the written answer (S35, S98, S111). */
@ApiTags('submissions')
@Controller('api/submissions')
export class SubmissionsController {
  constructor(
    private readonly intake: SubmissionIntake,
    private readonly submissions: SubmissionsService,
    private readonly contacts: SubmissionContacts,
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

  @Get(':id/similar')
  @ApiOperation({ summary: 'Others of the community that may tell of the same matter; decides nothing' })
  @ApiOkResponse({ standardSchema: SimilarSubmissions })
  similar(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SimilarSubmissions> {
    return this.submissions.similar(actor, id);
  }

  @Post(':id/contact-readings')
  @HttpCode(200)
  @ApiOperation({ summary: 'How the sender may be reached; who reads it and why is written down' })
  @ApiOkResponse({ standardSchema: SubmissionContact })
  contact(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReadContact }) body: ReadContact,
  ): Promise<SubmissionContact> {
    return this.contacts.read(actor, id, body);
  }

  @Post(':id/contact-erasure')
  @HttpCode(200)
  @ApiOperation({ summary: 'Forget name and phone of the sender, who asked for it; the matter and its figures stay' })
  @ApiOkResponse({ standardSchema: ContactErased, description: 'When it was erased' })
  erase(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: EraseContact }) body: EraseContact,
  ): Promise<ContactErased> {
    return this.contacts.erase(actor, id, body);
  }
}
