import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ProposalFigures, ProposalFiguresQuery } from '@hsl/contracts/schemas/proposal-figures';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProposalFiguresService } from './proposal-figures.service.js';

@ApiTags('proposals')
@Controller('api/proposals/figures')
export class ProposalFiguresController {
  constructor(private readonly figures: ProposalFiguresService) {}

  @Get()
  @ApiOperation({ summary: 'How the proposals of a period were answered, each share with the numbers it rests on' })
  @ApiOkResponse({ standardSchema: ProposalFigures, description: 'Within the caller’s scope' })
  of(@CurrentActor() actor: Actor, @Query({ schema: ProposalFiguresQuery }) query: ProposalFiguresQuery) {
    return this.figures.of(actor, query);
  }
}
