import type { ServerResponse } from 'node:http';
import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor, type RequestWithActor } from '@hsl/access/actor';
import { localeOf } from '@hsl/platform/locale';
import { lastIdOf } from './last-event-id.js';
import { StreamOutput } from './stream-output.js';
import { StreamService } from './stream.service.js';
import { tokenExpiresAt } from './token-expiry.js';

/** What is used of Fastify's reply. */
interface Reply {
  raw: ServerResponse;
  /** From here on the answer is ours; Fastify sends nothing more. */
  hijack(): void;
}

@ApiTags('inbox')
@Controller('api/stream')
export class StreamController {
  constructor(private readonly streams: StreamService) {}

  @Get()
  @ApiOperation({
    summary: 'My notices as they arrive (server-sent events)',
    description:
      '`ready` names the row the stream starts after; `notice` is a Notice, its id the row; `unread` carries ' +
      'unreadCount; `moved` names a whistle of the reader’s that has changed, ask again for it; `end` says why the server ends it (tokenExpired, accountClosed, serverStopping). Come again with ' +
      'Last-Event-ID and nothing is missed or repeated. A comment every 15 s keeps the line open; five streams at most.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last row the client has; 0 for all.' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'An endless stream of events', schema: { type: 'string' } })
  async open(
    @CurrentActor() actor: Actor,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: RequestWithActor,
    @Res() reply: Reply,
  ): Promise<void> {
    const begin = await this.streams.prepare(actor, {
      lastId: lastIdOf(lastEventId),
      locale: localeOf(request),
      tokenExpiresAt: tokenExpiresAt(request.headers['authorization']),
    });
    reply.hijack();
    const output = new StreamOutput(reply.raw);
    output.open({ 'x-request-id': request.headers['x-request-id'] ?? '' });
    await begin(output);
  }
}
