import { CurrentActor, type Actor } from '@hsl/access/actor';
import { FiguresQuery, WhistleFigures } from '@hsl/contracts/schemas/whistle-figures';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FiguresService } from './figures.service.js';

@ApiTags('whistles')
@Controller('api/whistles/figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Get()
  @ApiOperation({ summary: 'How many people the matters of a period reach, and how long they have waited' })
  @ApiOkResponse({ standardSchema: WhistleFigures, description: 'In all, and per community and tier' })
  of(@CurrentActor() actor: Actor, @Query({ schema: FiguresQuery }) query: FiguresQuery): Promise<WhistleFigures> {
    return this.figures.of(actor, query);
  }
}
