import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Blocker, blockerFilters, BlockerPage, ClearBlocker, RecordBlocker } from '@hsl/contracts/schemas/blockers';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { pageQuerySchema } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BlockersService, type BlockerQuery } from './blockers.service.js';

const QuerySchema = pageQuerySchema.extend(blockerFilters);

/** What keeps departments from getting on (S81). */
@ApiTags('department tasks')
@Controller('api')
export class BlockersController {
  constructor(private readonly blockers: BlockersService) {}

  @Post('department-tasks/:id/blockers')
  @ApiOperation({ summary: 'Record what keeps the department from getting on: land, funds, documents' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiCreatedResponse({ standardSchema: Blocker, description: 'The blocker' })
  record(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RecordBlocker }) body: RecordBlocker,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Blocker> {
    return this.blockers.record({ actor, taskId, step: 'blockers', body, key });
  }

  @Post('blockers/:id/clearance')
  @HttpCode(200)
  @ApiOperation({ summary: 'Clear a blocker, with evidence' })
  @ApiOkResponse({ standardSchema: Blocker, description: 'The blocker, with who cleared it when' })
  clear(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ClearBlocker }) body: ClearBlocker,
  ): Promise<Blocker> {
    return this.blockers.clear(actor, id, body);
  }

  @Get('blockers')
  @ApiOperation({ summary: 'Blockers of the tasks the caller may see, newest first' })
  @ApiOkResponse({ standardSchema: BlockerPage, description: 'A page of blockers' })
  list(@CurrentActor() actor: Actor, @Query({ schema: QuerySchema }) query: BlockerQuery) {
    return this.blockers.list(actor, query);
  }
}
