import { CurrentActor, type Actor } from '@hsl/access/actor';
import { AnswerReferral, Referral, referralFilters, ReferralPage } from '@hsl/contracts/schemas/referrals';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReferralsService, type ReferralQuery } from './referrals.service.js';

const ReferralQuerySchema = pageQuerySchema.extend(referralFilters);

/** Late steps that went up to the district (提级督办). */
@ApiTags('referrals')
@Controller('api/referrals')
export class ReferralsController {
  constructor(private readonly referrals: ReferralsService) {}

  @Get()
  @ApiOperation({ summary: 'Late steps that the district supervises, the latest first' })
  @ApiOkResponse({ standardSchema: ReferralPage, description: 'A page of them, within the caller’s scope' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReferralQuerySchema }) query: ReferralQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.referrals.list(actor, query, localeOf(request));
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ApiOperation({ summary: 'The district’s answer to a referral; given once, the same again is the one that stands' })
  @ApiOkResponse({ standardSchema: Referral, description: 'With its answer' })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AnswerReferral }) body: AnswerReferral,
    @Req() request: FastifyRequest,
  ): Promise<Referral> {
    return this.referrals.answer(actor, id, body, localeOf(request));
  }
}
