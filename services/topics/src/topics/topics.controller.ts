import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ProposeTopic, Topic, TopicDetails, TopicPage } from '@hsl/contracts/schemas/topics';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { localeOf } from '@hsl/platform/locale';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { TopicQuery } from './topic-query.js';
import { TopicProposalService } from './topic-proposal.service.js';
import { TopicsService } from './topics.service.js';

/** Topics for deliberation, and the whistles blown for them. */
@ApiTags('topics')
@Controller('api/topics')
export class TopicsController {
  constructor(
    private readonly topics: TopicsService,
    private readonly proposals: TopicProposalService,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Propose a topic; a whistle may name it from then on' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '1 to 128 characters; a repeat is answered the same',
  })
  @ApiCreatedResponse({ standardSchema: Topic })
  propose(
    @CurrentActor() actor: Actor,
    @Body({ schema: ProposeTopic }) body: ProposeTopic,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Topic> {
    return this.proposals.propose(actor, body, key);
  }

  @Get()
  @ApiOperation({ summary: 'Topics within your scope, newest first' })
  @ApiOkResponse({ standardSchema: TopicPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: TopicQuery }) query: TopicQuery): Promise<TopicPage> {
    return this.topics.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One topic with its child whistles' })
  @ApiOkResponse({ standardSchema: TopicDetails })
  get(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<TopicDetails> {
    return this.topics.get(actor, id, localeOf(request));
  }
}
