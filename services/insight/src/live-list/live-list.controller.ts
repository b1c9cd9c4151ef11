import { CurrentActor, type Actor } from '@hsl/access/actor';
import { LiveList } from '@hsl/contracts/schemas/insight';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LiveListQuery } from './live-list-query.js';
import { LiveListService } from './live-list.service.js';

/** Matters as they stand, and the cases behind every figure of the board. */
@ApiTags('insight')
@Controller('api/live-list')
export class LiveListController {
  constructor(private readonly list: LiveListService) {}

  @Get()
  @ApiOperation({ summary: 'Matters within your scope, least time left or newest end first' })
  @ApiOkResponse({ standardSchema: LiveList })
  read(@CurrentActor() actor: Actor, @Query({ schema: LiveListQuery }) query: LiveListQuery): Promise<LiveList> {
    return this.list.read(actor, query);
  }
}
