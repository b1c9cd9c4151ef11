import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Follow, FollowedWhistles, Unfollowed } from '@hsl/contracts/schemas/following';
import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FollowingService } from './following.service.js';

/** Matters the caller keeps an eye on (S95). */
@ApiTags('whistles')
@Controller('api/whistles')
export class FollowingController {
  constructor(private readonly following: FollowingService) {}

  @Get('followed')
  @ApiOperation({ summary: 'Whistles the caller follows, those that have changed since the caller looked first' })
  @ApiOkResponse({ standardSchema: FollowedWhistles, description: 'Each with how much has changed' })
  list(@CurrentActor() actor: Actor) {
    return this.following.list(actor);
  }

  @Put(':id/follow')
  @ApiOperation({ summary: 'Follow a whistle; again, to say that its changes have been seen' })
  @ApiOkResponse({ standardSchema: Follow, description: 'Followed, and seen as it is now' })
  follow(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Follow> {
    return this.following.follow(actor, id);
  }

  @Delete(':id/follow')
  @ApiOperation({ summary: 'Follow it no longer' })
  @ApiOkResponse({ standardSchema: Unfollowed, description: 'Not followed, whether it was or not' })
  unfollow(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Unfollowed> {
    return this.following.unfollow(actor, id);
  }
}
