import { CurrentActor, type Actor } from '@hsl/access/actor';
import { MemberPoints, MemberProfile, PointEntryPage, PointRanking } from '@hsl/contracts/schemas/points';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PointEntryQuery, PointQuery, PointsService } from './points.service.js';

@ApiTags('members')
@Controller('api')
export class PointsController {
  constructor(private readonly points: PointsService) {}

  @Get('members/:id/points')
  @ApiOperation({ summary: 'Points of a member in a year, in halves and by rule' })
  @ApiOkResponse({ standardSchema: MemberPoints, description: 'The score' })
  ofMember(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: PointQuery }) query: PointQuery) {
    return this.points.ofMember(actor, id, query);
  }

  @Get('members/:id/point-entries')
  @ApiOperation({ summary: 'What the points are made of, the newest first' })
  @ApiOkResponse({ standardSchema: PointEntryPage, description: 'A page of entries' })
  entries(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: PointEntryQuery }) query: PointEntryQuery,
  ) {
    return this.points.entries(actor, id, query);
  }

  @Get('members/:id/profile')
  @ApiOperation({ summary: 'A member by the five duties, and training' })
  @ApiOkResponse({ standardSchema: MemberProfile, description: 'All five duties' })
  profile(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: PointQuery }) query: PointQuery) {
    return this.points.profile(actor, id, query);
  }

  @Get('point-rankings')
  @ApiOperation({ summary: 'The members by their points of a year' })
  @ApiOkResponse({ standardSchema: PointRanking, description: 'Every active member' })
  ranking(@CurrentActor() actor: Actor, @Query({ schema: PointQuery }) query: PointQuery) {
    return this.points.ranking(actor, query);
  }
}
