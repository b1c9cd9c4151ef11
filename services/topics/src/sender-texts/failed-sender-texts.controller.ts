import { CurrentActor, type Actor } from '@hsl/access/actor';
import { FailedSenderTextPage, SenderTextSentAgain } from '@hsl/contracts/schemas/failed-sender-texts';
import { pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { FailedSenderTexts } from './failed-sender-texts.service.js';

const Id = z.uuid();

/** What did not reach senders by phone. */
@ApiTags('failed notices')
@Controller('api/failed-sender-texts')
export class FailedSenderTextsController {
  constructor(private readonly failed: FailedSenderTexts) {}

  @Get()
  @ApiOperation({
    summary: 'Texts to senders that were given up, newest first',
    description: 'Of which submission, what it was to tell, and why it failed. Neither phone nor words.',
  })
  @ApiOkResponse({ standardSchema: FailedSenderTextPage })
  page(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): Promise<FailedSenderTextPage> {
    return this.failed.page(actor, query);
  }

  @Post(':id/replay')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try to send it again',
    description: 'Not in the quiet hours, and not to a sender who took the phone back. 409 if it was not given up.',
  })
  @ApiOkResponse({ standardSchema: SenderTextSentAgain })
  sendAgain(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<SenderTextSentAgain> {
    return this.failed.sendAgain(actor, id);
  }
}
