import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor, type RequestWithActor } from '@hsl/access/actor';
import { InboxPage, InboxState, NoticeId, ReadUpTo } from '@hsl/contracts/schemas/notices';
import { localeOf } from '@hsl/platform/locale';
import { inboxQuerySchema, type InboxQuery } from './inbox-query.js';
import { InboxService } from './inbox.service.js';

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOperation({
    summary: 'My notices, newest first',
    description: 'Own rows only, for every role with an account. The words follow Accept-Language (zh-CN, en).',
  })
  @ApiOkResponse({ standardSchema: InboxPage })
  page(
    @CurrentActor() actor: Actor,
    @Query({ schema: inboxQuerySchema }) query: InboxQuery,
    @Req() request: RequestWithActor,
  ): Promise<InboxPage> {
    return this.inbox.page(actor, query, localeOf(request));
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mark a notice and every older one as read',
    description: 'Rows that arrived after the one named stay unread. Repeating changes nothing.',
  })
  @ApiOkResponse({ standardSchema: InboxState })
  readUpTo(@CurrentActor() actor: Actor, @Body({ schema: ReadUpTo }) { upTo }: ReadUpTo): Promise<InboxState> {
    return this.inbox.markReadUpTo(actor, upTo);
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark one notice as read', description: 'Repeating changes nothing.' })
  @ApiOkResponse({ standardSchema: InboxState })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: NoticeId }) id: string): Promise<InboxState> {
    return this.inbox.markRead(actor, id);
  }
}
