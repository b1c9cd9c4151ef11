import { Public } from '@hsl/access/actor';
import { AskAgain, RateMatter, TrackedMatter } from '@hsl/contracts/schemas/tracking';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { TrackingService } from './tracking.service.js';

/** A resident's own matter, by the code of the receipt; without sign-in. */
@ApiTags('whistles')
@Controller('api/whistles/track/:code')
export class TrackingController {
  constructor(private readonly tracking: TrackingService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'Where a matter stands, in plain words, by its tracking code; without sign-in' })
  @ApiOkResponse({ standardSchema: TrackedMatter, description: 'The matter, as its residents read it' })
  track(@Param('code') code: string, @Req() request: FastifyRequest): Promise<TrackedMatter> {
    return this.tracking.track(code, localeOf(request));
  }

  @Public()
  @Post('rating')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say whether it is solved and how content one is, as its sender; without sign-in' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiOkResponse({ standardSchema: TrackedMatter, description: 'The matter after the answer' })
  rate(
    @Param('code') code: string,
    @Body({ schema: RateMatter }) body: RateMatter,
    @Req() request: FastifyRequest,
    @IdempotencyKey() key?: string,
  ): Promise<TrackedMatter> {
    return this.tracking.rate({ code, key, locale: localeOf(request) }, body);
  }

  @Public()
  @Post('reopening')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask for it to be taken up again within thirty days, as its sender; without sign-in' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiOkResponse({ standardSchema: TrackedMatter, description: 'The matter, being handled again' })
  reopen(
    @Param('code') code: string,
    @Body({ schema: AskAgain }) body: AskAgain,
    @Req() request: FastifyRequest,
    @IdempotencyKey() key?: string,
  ): Promise<TrackedMatter> {
    return this.tracking.reopen({ code, key, locale: localeOf(request) }, body);
  }
}
