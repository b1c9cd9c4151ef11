import { Public } from '@hsl/access/actor';
import {
  AskForPhoneCode,
  OwnMatterPage,
  PhoneCodeSent,
  ProvePhone,
  ShowPhoneProof,
} from '@hsl/contracts/schemas/own-matters';
import { SenderProven } from '@hsl/contracts/schemas/personal-data';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { PhoneLookup } from './phone-lookup.service.js';

/** A sender who has no tracking code at hand. */
@ApiTags('personal data')
@Controller('api/personal-data')
export class OwnMattersController {
  constructor(private readonly lookup: PhoneLookup) {}

  @Public()
  @Post('phone-codes')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Text a code to a phone, to find what was sent with it; without sign-in',
    description:
      'The same answer whether or not anything was. One a minute and five a day, good for ten minutes and five tries.',
  })
  @ApiOkResponse({ standardSchema: PhoneCodeSent })
  sendCode(@Body({ schema: AskForPhoneCode }) body: AskForPhoneCode): Promise<PhoneCodeSent> {
    return this.lookup.sendCode(body);
  }

  @Public()
  @Post('phone-proofs')
  @HttpCode(200)
  @ApiOperation({ summary: 'Prove by the texted code to hold the phone; without sign-in' })
  @ApiOkResponse({ standardSchema: SenderProven })
  prove(@Body({ schema: ProvePhone }) body: ProvePhone): Promise<SenderProven> {
    return this.lookup.prove(body);
  }

  @Public()
  @Post('matters')
  @HttpCode(200)
  @ApiOperation({ summary: 'What was sent with the proven phone, newest first, without own words; without sign-in' })
  @ApiOkResponse({ standardSchema: OwnMatterPage })
  list(
    @Body({ schema: ShowPhoneProof }) { proof }: ShowPhoneProof,
    @Query({ schema: pageQuerySchema }) query: z.output<typeof pageQuerySchema>,
    @Req() request: FastifyRequest,
  ): Promise<OwnMatterPage> {
    return this.lookup.list(proof, query, localeOf(request));
  }
}
