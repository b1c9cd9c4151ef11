import { CurrentActor, type Actor } from '@hsl/access/actor';
import { WhistleProcess, WhistleTimeline } from '@hsl/contracts/schemas/whistle-answers';
import { toldOf } from '@hsl/files/original-look';
import { localeOf } from '@hsl/platform/locale';
import { decodeCursor, pageOf, pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProcessService } from './process.service.js';
import { timelineWords } from './timeline-words.js';
import { WhistleReader } from './whistle-reader.js';
import { timelinePosition, WhistleRepository } from './whistle.repository.js';

/** A matter's history is some dozens of lines; of one that was on the ledger for years it may be several pages. */
const TimelineQuery = pageQuerySchema.extend({ limit: z.coerce.number().int().min(1).max(500).default(500) });

@ApiTags('whistles')
@Controller('api/whistles/:id')
export class ProcessController {
  constructor(
    private readonly reader: WhistleReader,
    private readonly repository: WhistleRepository,
    private readonly process: ProcessService,
  ) {}

  @Get('timeline')
  @ApiOperation({ summary: 'What happened so far, oldest first, in the words of the reader’s language' })
  @ApiOkResponse({ standardSchema: WhistleTimeline, description: 'A page of its history' })
  async timeline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: TimelineQuery }) { limit, cursor }: PageQuery,
    @Req() request: FastifyRequest,
  ) {
    const after = decodeCursor(cursor, timelinePosition);
    const { row } = await this.reader.get(actor, id, 'whistle.readTimeline');
    const entries = await this.repository.timeline(actor.subdistrictId, row.id, limit, after);
    const locale = localeOf(request);
    const page = pageOf(entries, limit, ({ at, position }) => ({ at: at.toISOString(), position: String(position) }));
    return {
      ...page,
      number: row.number,
      items: page.items.map((entry) => ({
        id: entry.position.toString(),
        at: entry.at.toISOString(),
        kind: entry.kind,
        text: timelineWords(entry.kind, entry.details as Record<string, unknown>, locale),
        fromState: entry.fromState ?? undefined,
        toState: entry.toState ?? undefined,
        actor: entry.actorId ? { userId: entry.actorId, role: entry.actorRole ?? undefined } : undefined,
        details: toldOf(entry),
      })),
    };
  }

  @Get('process')
  @ApiOperation({ summary: 'Asks the running workflow where the matter is' })
  @ApiOkResponse({ standardSchema: WhistleProcess, description: 'Where the workflow is' })
  async current(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { row } = await this.reader.get(actor, id, 'whistle.readProcess');
    return this.process.of(row);
  }
}
