import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Board } from '@hsl/contracts/schemas/insight';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { BoardService } from './board.service.js';

const NoFilters = z.strictObject({});

/** Today at one glance (S105, S119). */
@ApiTags('insight')
@Controller('api/board')
export class BoardController {
  constructor(private readonly board: BoardService) {}

  @Get()
  @ApiOperation({ summary: 'One page of figures within your scope; each names the live list that shows its cases' })
  @ApiOkResponse({ standardSchema: Board })
  read(@CurrentActor() actor: Actor, @Query({ schema: NoFilters }) _query: object): Promise<Board> {
    return this.board.read(actor);
  }
}
