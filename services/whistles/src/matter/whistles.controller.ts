import { CurrentActor, type Actor } from '@hsl/access/actor';
import { WhistlePage } from '@hsl/contracts/schemas/whistle-answers';
import { AccessService } from '@hsl/access/access.service';
import { WhistleAnswer } from '@hsl/contracts/schemas/whistle-view';
import { WhistleQuery } from '@hsl/contracts/schemas/whistles';
import { Clock } from '@hsl/platform/clock';
import { localeOf } from '@hsl/platform/locale';
import { decodeCursor, pageOf } from '@hsl/platform/page';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listItemOf } from './whistle-view.js';
import { WhistleReader } from './whistle-reader.js';
import { WhistleRepository } from './whistle.repository.js';

const listPosition = z.strictObject({ blownAt: z.iso.datetime(), id: z.uuid() });

/** Whistles as people read them. */
@ApiTags('whistles')
@Controller('api/whistles')
export class WhistlesController {
  constructor(
    private readonly repository: WhistleRepository,
    private readonly reader: WhistleReader,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whistles the caller may see, newest first' })
  @ApiOkResponse({ standardSchema: WhistlePage, description: 'A page of whistles' })
  async list(@CurrentActor() actor: Actor, @Query({ schema: WhistleQuery }) query: WhistleQuery) {
    const now = this.clock.now();
    const scopes = this.access.scopes(actor, 'whistle.read');
    const after = decodeCursor(query.cursor, listPosition);
    const rows = await this.repository.list(actor.subdistrictId, scopes, query, new Date(now), after);
    const { items, nextCursor } = pageOf(rows, query.limit, ({ blownAt, id }) => ({
      blownAt: blownAt.toISOString(),
      id,
    }));
    return { items: items.map((row) => listItemOf(row, now)), nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One whistle by id or number, with what the caller may do now' })
  @ApiOkResponse({ standardSchema: WhistleAnswer, description: 'The matter, as the reader may see it' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest) {
    return this.reader.view(actor, id, localeOf(request));
  }
}
