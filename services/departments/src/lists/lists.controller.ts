import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  listFilters,
  MeasureLine,
  MeasurePage,
  ProblemLine,
  ProblemPage,
  ResponsibilityLine,
  ResponsibilityPage,
} from '@hsl/contracts/schemas/lists';
import { pageQuerySchema } from '@hsl/platform/page';
import { csvOf } from '@hsl/registers/register-csv';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { cellsOf, measureLineOf, problemLineOf, responsibilityLineOf } from './list-lines.js';
import { ListsService, type ListKind, type ListQuery } from './lists.service.js';

const QuerySchema = pageQuerySchema.extend(listFilters);
type Line = ProblemLine | MeasureLine | ResponsibilityLine;

/** The three lists (三张清单, S54), to read and to print, per unit or community. */
@ApiTags('lists')
@Controller('api/lists')
export class ListsController {
  constructor(private readonly lists: ListsService) {}

  @Get('problems')
  @ApiOperation({
    summary: 'List of problems (问题清单): open matters and what is in their way; a table with format=csv',
  })
  @ApiOkResponse({ standardSchema: ProblemPage, description: 'A page; with format=csv the whole list as text/csv' })
  problems(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuerySchema }) query: ListQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(actor, 'problems', ProblemLine, { where: {}, lineOf: problemLineOf }, query, reply);
  }

  @Get('measures')
  @ApiOperation({ summary: 'List of measures (措施清单): what task briefs undertake; a table with format=csv' })
  @ApiOkResponse({ standardSchema: MeasurePage, description: 'A page; with format=csv the whole list as text/csv' })
  measures(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuerySchema }) query: ListQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const kind = { where: { brief: { isNot: null } }, lineOf: measureLineOf };
    return this.answer(actor, 'measures', MeasureLine, kind, query, reply);
  }

  @Get('responsibilities')
  @ApiOperation({ summary: 'List of responsibilities (责任清单): who answers, who signed; a table with format=csv' })
  @ApiOkResponse({
    standardSchema: ResponsibilityPage,
    description: 'A page; with format=csv the whole list as text/csv',
  })
  responsibilities(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuerySchema }) query: ListQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const kind = { where: {}, lineOf: responsibilityLineOf };
    return this.answer(actor, 'responsibilities', ResponsibilityLine, kind, query, reply);
  }

  private async answer<L extends Line>(
    ...[actor, name, schema, kind, query, reply]: [Actor, string, z.ZodObject, ListKind<L>, ListQuery, FastifyReply]
  ) {
    if (query.format === 'json') return this.lists.page(actor, kind, query);
    const table = await csvOf(schema, cells(this.lists.all(actor, kind, query)));
    const file = `attachment; filename="${name}.csv"`;
    void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', file);
    return table;
  }
}

async function* cells(lines: AsyncIterable<Line>): AsyncGenerator<Record<string, unknown>> {
  for await (const line of lines) yield cellsOf(line);
}
