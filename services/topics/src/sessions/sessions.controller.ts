import { CurrentActor, type Actor } from '@hsl/access/actor';
import { CloseSession, Session, sessionFilters, SessionPage } from '@hsl/contracts/schemas/sessions';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SessionsService, type SessionQuery } from './sessions.service.js';

const SessionQuerySchema = pageQuerySchema.extend(sessionFilters);

/** Sessions on matters. They are convened at the whistle: POST /api/whistles/{id}/sessions. */
@ApiTags('sessions')
@Controller('api/deliberations')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @ApiOperation({ summary: 'Sessions the caller may see, newest first' })
  @ApiOkResponse({ standardSchema: SessionPage, description: 'A page of sessions' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: SessionQuerySchema }) query: SessionQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.sessions.list(actor, query, localeOf(request));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One session with its minutes' })
  @ApiOkResponse({ standardSchema: Session, description: 'The session' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest) {
    return this.sessions.get(actor, id, localeOf(request));
  }

  @Post(':id/outcome')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close a session that was held: problem, outcome, what was agreed, what follows' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiOkResponse({ standardSchema: Session, description: 'The session; CONVENED again if a second one must follow' })
  close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CloseSession }) body: CloseSession,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.sessions.close(actor, id, body, key, localeOf(request));
  }
}
