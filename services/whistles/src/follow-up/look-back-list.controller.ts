import { CurrentActor, type Actor } from '@hsl/access/actor';
import { lookBackFilters, LookBackPage } from '@hsl/contracts/schemas/follow-ups';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { LookBackListService, type LookBackQuery } from './look-back-list.service.js';

const QuerySchema = pageQuerySchema.extend(lookBackFilters);

/** Which results are to be looked at again; what was found is reported at the matter's follow-up. */
@ApiTags('follow-ups')
@Controller('api/look-backs')
export class LookBackListController {
  constructor(private readonly lookBacks: LookBackListService) {}

  @Get()
  @ApiOperation({ summary: 'Look-backs the caller may see, the earliest day first' })
  @ApiOkResponse({ standardSchema: LookBackPage, description: 'A page of look-backs' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuerySchema }) query: LookBackQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.lookBacks.list(actor, query, localeOf(request));
  }
}
