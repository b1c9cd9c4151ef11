import { CurrentActor, type Actor } from '@hsl/access/actor';
import { routingFilters, RoutingSuggestionPage } from '@hsl/contracts/schemas/departments';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Query, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestHeaders } from '../request-headers.js';
import type { z } from 'zod';
import { RoutingTableService } from './routing-table.service.js';

const RoutingQuery = pageQuerySchema.extend(routingFilters);
type RoutingQuery = z.output<typeof RoutingQuery>;

/** Who should lead and who should support. */
@ApiTags('routing table')
@Controller('api/routing-table')
export class RoutingTableController {
  constructor(private readonly routing: RoutingTableService) {}

  @Get()
  @ApiOperation({ summary: 'The suggestion for a dispatch, by category, with its reason' })
  @ApiOkResponse({ standardSchema: RoutingSuggestionPage, description: 'A page of the table, by category' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: RoutingQuery }) query: RoutingQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.routing.suggestions(actor, query, localeOf({ headers }));
  }
}
