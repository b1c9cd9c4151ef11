import { CurrentActor, Public, type Actor } from '@hsl/access/actor';
import {
  LinkOutcome,
  PublishedFilter,
  PublishedRecord,
  PublishedRecords,
  PublishRecord,
  ScoreSitting,
  SessionFigures as Figures,
  SessionLinks,
  ShowToken,
  SittingMinutes as Minutes,
  SittingOpinions,
  SittingScores,
} from '@hsl/contracts/schemas/sitting-voices';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Opinions } from './opinions.service.js';
import { Publications } from './publications.service.js';
import { PeriodSchema, RoundSchema } from './round-query.js';
import { SessionFigures } from './session-figures.service.js';
import { SessionLinks as Links } from './session-links.service.js';
import { SittingMinutes } from './sitting-minutes.service.js';

type Round = z.output<typeof RoundSchema>;

/** What is kept of a sitting, and what everybody reads of it. */
@ApiTags('sessions')
@Controller('api/deliberations')
export class RecordsController {
  constructor(
    private readonly minutes: SittingMinutes,
    private readonly opinions: Opinions,
    private readonly publications: Publications,
    private readonly links: Links,
    private readonly counts: SessionFigures,
  ) {}

  @Public()
  @Get('published')
  @ApiOperation({
    summary: 'Published results of a matter, a topic or a community, the newest first; open to everybody',
  })
  @ApiOkResponse({ standardSchema: PublishedRecords })
  publishedOf(@Query({ schema: PublishedFilter }) about: PublishedFilter): Promise<PublishedRecords> {
    return this.publications.list(about);
  }

  @Get('figures')
  @ApiOperation({ summary: 'Reach of the sessions held in a period, within your scope' })
  @ApiOkResponse({ standardSchema: Figures })
  figures(@CurrentActor() actor: Actor, @Query({ schema: PeriodSchema }) period: z.output<typeof PeriodSchema>) {
    return this.counts.of(actor, period);
  }

  @Get(':id/links')
  @ApiOperation({ summary: 'What its outcome became' })
  @ApiOkResponse({ standardSchema: SessionLinks })
  became(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SessionLinks> {
    return this.links.list(actor, id);
  }

  @Post(':id/links')
  @ApiOperation({ summary: 'Link its outcome to the whistle, task, proposal, project or report it became' })
  @ApiCreatedResponse({ standardSchema: SessionLinks })
  link(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: LinkOutcome }) body: LinkOutcome,
  ): Promise<SessionLinks> {
    return this.links.link(actor, id, body);
  }

  @Get(':id/opinions')
  @ApiOperation({ summary: 'What was said, in the order of its time' })
  @ApiOkResponse({ standardSchema: SittingOpinions })
  async said(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: RoundSchema }) { round }: Round,
  ): Promise<SittingOpinions> {
    return { items: await this.opinions.list(actor, id, round) };
  }

  @Get(':id/minutes')
  @ApiOperation({ summary: 'The full minutes: agenda, attendance, opinions, consensus, dissent, signatures, scores' })
  @ApiOkResponse({ standardSchema: Minutes })
  kept(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: RoundSchema }) { round }: Round,
  ): Promise<Minutes> {
    return this.minutes.get(actor, id, round);
  }

  @Public()
  @Post(':id/signatures')
  @ApiOperation({ summary: 'Sign the last minutes; for who signed in' })
  @ApiCreatedResponse({ standardSchema: Minutes })
  sign(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: ShowToken }) { token }: ShowToken,
  ): Promise<Minutes> {
    return this.minutes.sign(actor, id, token);
  }

  @Public()
  @Post(':id/scores')
  @ApiOperation({ summary: 'Score the last sitting for effect, character and response' })
  @ApiCreatedResponse({ standardSchema: SittingScores })
  score(
    @CurrentActor({ optional: true }) actor: Actor | undefined,
    @Param('id') id: string,
    @Body({ schema: ScoreSitting }) body: ScoreSitting,
  ): Promise<SittingScores> {
    return this.minutes.score(actor, id, body);
  }

  @Post(':id/publication')
  @ApiOperation({ summary: 'Publish the record and the result in plain words' })
  @ApiCreatedResponse({ standardSchema: PublishedRecord })
  publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PublishRecord }) { result }: PublishRecord,
  ): Promise<PublishedRecord> {
    return this.publications.publish(actor, id, result);
  }

  @Public()
  @Get(':id/publication')
  @HttpCode(200)
  @ApiOperation({ summary: 'The published record; open to everybody' })
  @ApiOkResponse({ standardSchema: PublishedRecord })
  published(@Param('id') id: string): Promise<PublishedRecord> {
    return this.publications.get(id);
  }
}
