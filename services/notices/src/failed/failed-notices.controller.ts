import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor, type RequestWithActor } from '@hsl/access/actor';
import { DeliveryId, FailedNoticePage, NoticeSentAgain } from '@hsl/contracts/schemas/failed-notices';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { FailedNoticesService } from './failed-notices.service.js';

/** What did not reach people outside the portal. */
@ApiTags('failed notices')
@Controller('api/failed-notices')
export class FailedNoticesController {
  constructor(private readonly failed: FailedNoticesService) {}

  @Get()
  @ApiOperation({
    summary: 'Notices that were given up, newest first',
    description:
      'Who was to be told by which channel, and why it failed. No addresses. Deliveries to webhooks have a log of their own.',
  })
  @ApiOkResponse({ standardSchema: FailedNoticePage })
  page(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
    @Req() request: RequestWithActor,
  ): Promise<FailedNoticePage> {
    return this.failed.page(actor, query, localeOf(request));
  }

  @Post(':id/replay')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try to send it again',
    description:
      'Quiet hours, and what the person has read meanwhile, hold as for any notice. 409 if it was not given up.',
  })
  @ApiOkResponse({ standardSchema: NoticeSentAgain })
  sendAgain(@CurrentActor() actor: Actor, @Param('id', { schema: DeliveryId }) id: string): Promise<NoticeSentAgain> {
    return this.failed.sendAgain(actor, id);
  }
}
