import { CurrentActor, type Actor } from '@hsl/access/actor';
import { AreaPostingPage, AreaProposal, AreaProposalPage, DecideArea, ProposeArea } from '@hsl/contracts/schemas/areas';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AreaProposalQuery, AreaQuery, AreasService } from './areas.service.js';

@ApiTags('members')
@Controller('api')
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  @Get('area-assignments')
  @ApiOperation({ summary: 'Who speaks for which community, now and before; by community' })
  @ApiOkResponse({ standardSchema: AreaPostingPage, description: 'A page of postings' })
  postings(@CurrentActor() actor: Actor, @Query({ schema: AreaQuery }) query: AreaQuery) {
    return this.areas.postings(actor, query);
  }

  @Get('area-proposals')
  @ApiOperation({ summary: 'Changes of postings that were proposed, the newest first' })
  @ApiOkResponse({ standardSchema: AreaProposalPage, description: 'A page of proposals' })
  proposals(@CurrentActor() actor: Actor, @Query({ schema: AreaProposalQuery }) query: AreaProposalQuery) {
    return this.areas.proposals(actor, query);
  }

  @Post('area-proposals')
  @ApiOperation({
    summary: 'Propose that a posting begins or ends; postingOverlaps (409) if the periods would overlap',
  })
  @ApiCreatedResponse({ standardSchema: AreaProposal, description: 'The proposal' })
  propose(@CurrentActor() actor: Actor, @Body({ schema: ProposeArea }) body: ProposeArea) {
    return this.areas.propose(actor, body);
  }

  @Post('area-proposals/:id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve it, which changes the posting, or refuse it with the reason' })
  @ApiOkResponse({ standardSchema: AreaProposal, description: 'The proposal after it' })
  decide(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: DecideArea }) body: DecideArea) {
    return this.areas.decide(actor, id, body);
  }
}
