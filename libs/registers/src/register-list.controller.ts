import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Controller, Get, Query, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { csvOf } from './register-csv.js';
import type { Register } from './register.js';
import { RegisterListsService, type EntryQuery } from './register-lists.service.js';
import type { RegisterSchemas } from './register-schemas.js';

const CSV = { 'text/csv': { schema: { type: 'string' } } } as const;

/** The list of a register, and the same as a file. */
export function listController(register: Register, { entry, page, query }: RegisterSchemas): Type {
  const { name, path, tag, summary } = register;

  @ApiTags(tag)
  @Controller(`api/${path}`)
  class ListController {
    constructor(private readonly lists: RegisterListsService) {}

    @Get()
    @ApiOperation({ operationId: `${name}.list`, summary: `${summary}: those the caller may see, newest first` })
    @ApiOkResponse({ standardSchema: page, description: 'A page' })
    list(@CurrentActor() actor: Actor, @Query({ schema: query }) asked: EntryQuery) {
      return this.lists.page(actor, register, asked);
    }

    @Get('export.csv')
    @ApiOperation({ operationId: `${name}.export`, summary: `${summary}: the same list as a table` })
    @ApiOkResponse({ content: CSV, description: 'UTF-8 with a byte order mark, as spreadsheets expect it' })
    async export(
      @CurrentActor() actor: Actor,
      @Query({ schema: query }) asked: EntryQuery,
      @Res() reply: FastifyReply,
    ) {
      const table = await csvOf(entry, this.lists.all(actor, register, asked));
      const file = `attachment; filename="${path}.csv"`;
      return reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', file).send(table);
    }
  }
  return ListController;
}
