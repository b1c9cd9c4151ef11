import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  CheckInDetails,
  CheckInPage,
  ConfirmCheckIn,
  DeclineCheckIn,
  type CheckIn,
} from '@hsl/contracts/schemas/members';
import { localeOf } from '@hsl/platform/locale';
import type { Page } from '@hsl/platform/page';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CheckInAnswersService } from './check-in-answers.service.js';
import { CheckInQuery } from './check-in-query.js';
import { CheckInsService } from './check-ins.service.js';

type RequestHeaders = Record<string, string | string[] | undefined>;

const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'A repeat under the same key takes effect once and gets the check-in as it is',
};

@ApiTags('check-ins')
@Controller('api/check-ins')
export class CheckInsController {
  constructor(
    private readonly checkIns: CheckInsService,
    private readonly answers: CheckInAnswersService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Check-ins within your scope, newest first' })
  @ApiOkResponse({ standardSchema: CheckInPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: CheckInQuery }) query: CheckInQuery,
    @Headers() headers: RequestHeaders,
  ): Promise<Page<CheckIn>> {
    return this.checkIns.list(actor, query, localeOf({ headers }));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One check-in: why this member, who else was asked, what can be done' })
  @ApiOkResponse({ standardSchema: CheckInDetails })
  get(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Headers() headers: RequestHeaders,
  ): Promise<CheckInDetails> {
    return this.checkIns.get(actor, id, localeOf({ headers }));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'The member asked says: I am coming' })
  @ApiHeader(KEY_HEADER)
  @ApiOkResponse({ standardSchema: CheckInDetails })
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id') checkInId: string,
    @Body({ schema: ConfirmCheckIn }) body: ConfirmCheckIn,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Headers() headers: RequestHeaders,
  ): Promise<CheckInDetails> {
    const request = { actor, checkInId, idempotencyKey, locale: localeOf({ headers }) };
    return this.answers.answer(request, { kind: 'confirm', body });
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'The member asked says: I cannot come; a conflict of interest must be declared' })
  @ApiHeader(KEY_HEADER)
  @ApiOkResponse({ standardSchema: CheckInDetails })
  decline(
    @CurrentActor() actor: Actor,
    @Param('id') checkInId: string,
    @Body({ schema: DeclineCheckIn }) body: DeclineCheckIn,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Headers() headers: RequestHeaders,
  ): Promise<CheckInDetails> {
    const request = { actor, checkInId, idempotencyKey, locale: localeOf({ headers }) };
    return this.answers.answer(request, { kind: 'decline', body });
  }
}
