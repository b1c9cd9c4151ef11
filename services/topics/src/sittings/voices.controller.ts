import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  CastVote,
  GiveOpinion,
  ModerateOpinion,
  Motion,
  Opinion,
  PutMotion,
  ShowToken,
  SittingMotions,
  SittingRoom,
} from '@hsl/contracts/schemas/sitting-voices';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Motions } from './motions.service.js';
import { Opinions } from './opinions.service.js';
import { RoundSchema } from './round-query.js';

/** What is said and voted while a sitting goes on. */
@ApiTags('sessions')
@Controller('api/deliberations/:id')
export class VoicesController {
  constructor(
    private readonly opinions: Opinions,
    private readonly motions: Motions,
  ) {}

  @Public()
  @Post('joining')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take part: the link, the agenda, what is being voted on' })
  @ApiOkResponse({ standardSchema: SittingRoom })
  join(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: ShowToken }) { token }: ShowToken,
  ): Promise<SittingRoom> {
    return this.motions.join(actor, id, token);
  }

  @Public()
  @Post('opinions')
  @ApiOperation({ summary: 'Say something while the sitting goes on; dissent is kept apart' })
  @ApiCreatedResponse({ standardSchema: Opinion })
  give(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: GiveOpinion }) body: GiveOpinion,
  ): Promise<Opinion> {
    return this.opinions.give(actor, id, body);
  }

  @Post('opinions/:opinionId/moderation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let an opinion through, or not' })
  @ApiOkResponse({ standardSchema: Opinion })
  moderate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('opinionId') opinionId: string,
    @Body({ schema: ModerateOpinion }) { publish }: ModerateOpinion,
  ): Promise<Opinion> {
    return this.opinions.moderate(actor, id, opinionId, publish);
  }

  @Get('motions')
  @ApiOperation({ summary: 'What is voted on, with the counts so far; afterwards what was' })
  @ApiOkResponse({ standardSchema: SittingMotions })
  async counted(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: RoundSchema }) { round }: z.output<typeof RoundSchema>,
  ): Promise<SittingMotions> {
    return { items: await this.motions.list(actor, id, round) };
  }

  @Post('motions')
  @ApiOperation({ summary: 'Put a question to the vote of an online or hybrid sitting' })
  @ApiCreatedResponse({ standardSchema: Motion })
  put(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PutMotion }) { text }: PutMotion,
  ): Promise<Motion> {
    return this.motions.put(actor, id, text);
  }

  @Public()
  @Post('motions/:motionId/votes')
  @ApiOperation({ summary: 'Vote, once, if the quorum is there' })
  @ApiCreatedResponse({ standardSchema: Motion })
  vote(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Param('motionId') motionId: string,
    @Body({ schema: CastVote }) body: CastVote,
  ): Promise<Motion> {
    return this.motions.vote(actor, id, motionId, body);
  }
}
