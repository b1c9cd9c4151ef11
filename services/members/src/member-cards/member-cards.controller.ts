import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import { MemberCard, MemberCardPage } from '@hsl/contracts/schemas/members';
import { OfCommunity, PublicMembers } from '@hsl/contracts/schemas/public-reading';
import type { Page } from '@hsl/platform/page';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MemberCardsService, MemberQuery } from './member-cards.service.js';

@ApiTags('members')
@Controller('api/members')
export class MemberCardsController {
  constructor(private readonly members: MemberCardsService) {}

  @Get()
  @ApiOperation({ summary: 'Members of the subdistrict', description: 'Public cards, by id. No phone numbers.' })
  @ApiOkResponse({ standardSchema: MemberCardPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: MemberQuery }) query: MemberQuery): Promise<Page<MemberCard>> {
    return this.members.list(actor, query);
  }

  @Public()
  @Get('public')
  @ApiOperation({ summary: 'Members posted to a community; without sign-in' })
  @ApiOkResponse({ standardSchema: PublicMembers, description: 'Their public cards' })
  ofCommunity(@Query({ schema: OfCommunity }) { communityId }: OfCommunity): Promise<PublicMembers> {
    return this.members.ofCommunity(communityId);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One member’s card' })
  @ApiOkResponse({ standardSchema: MemberCard })
  get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MemberCard> {
    return this.members.get(actor, id);
  }
}
