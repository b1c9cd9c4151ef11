import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import { AddInfo, Nothing, Submission, SubmissionStatus } from '@hsl/contracts/schemas/submissions';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SubmissionSenders } from './submission-senders.service.js';

/** What the sender does by the tracking code, and staff on the sender's behalf. */
@ApiTags('submissions')
@Controller('api/submissions')
export class SubmissionSendersController {
  constructor(private readonly senders: SubmissionSenders) {}

  @Public()
  @Post('track/:code/info')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tell more, by the tracking code, while it is open; without sign-in' })
  @ApiOkResponse({ standardSchema: SubmissionStatus })
  add(
    @Param('code') code: string,
    @Body({ schema: AddInfo }) body: AddInfo,
    @Req() request: FastifyRequest,
  ): Promise<SubmissionStatus> {
    return this.senders.addByCode(code, body, localeOf(request));
  }

  @Public()
  @Post('track/:code/withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take it back, by the tracking code; the contact is deleted; without sign-in' })
  @ApiOkResponse({ standardSchema: SubmissionStatus })
  withdraw(
    @Param('code') code: string,
    @Body({ schema: Nothing }) _body: Nothing,
    @Req() request: FastifyRequest,
  ): Promise<SubmissionStatus> {
    return this.senders.withdraw(code, localeOf(request));
  }

  @Post(':id/info')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tell more on the sender’s behalf' })
  @ApiOkResponse({ standardSchema: Submission })
  addOnBehalf(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AddInfo }) body: AddInfo,
  ): Promise<Submission> {
    return this.senders.addOnBehalf(actor, id, body);
  }
}
