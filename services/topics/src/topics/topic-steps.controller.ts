import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  CloseTopic,
  ConvertTopic,
  MoveTopic,
  NominateTopic,
  PlanTopic,
  RecordConsensus,
  RecordTopicSurvey,
  ShortlistTopic,
  TagTopic,
} from '@hsl/contracts/schemas/topic-steps';
import { Topic } from '@hsl/contracts/schemas/topics';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { applyDecorators, Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TopicProposalService } from './topic-proposal.service.js';
import { TOPIC_STEPS } from './topic-steps.js';
import { TopicStepsService } from './topic-steps.service.js';

/** A step of a topic. */
const Step = (path: string, summary: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiOkResponse({ standardSchema: Topic, description: 'The topic after it' }),
  );

/** From selection through solving to breakthrough (S110); tags and level beside it. */
@ApiTags('topics')
@Controller('api/topics')
export class TopicStepsController {
  constructor(
    private readonly steps: TopicStepsService,
    private readonly proposals: TopicProposalService,
  ) {}

  @Post('nominations')
  @ApiOperation({ summary: 'The leadership sets a topic; it enters the plan at once' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiCreatedResponse({ standardSchema: Topic })
  nominate(
    @CurrentActor() actor: Actor,
    @Body({ schema: NominateTopic }) body: NominateTopic,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Topic> {
    return this.proposals.nominate(actor, body, key);
  }

  @Step('shortlisting', 'It was chosen from what was proposed; everybody may read it')
  shortlist(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ShortlistTopic }) body: ShortlistTopic,
  ): Promise<Topic> {
    return this.steps.take(actor, id, TOPIC_STEPS.shortlist, body);
  }

  @Step('planning', 'Into the plan of a year; solving begins')
  plan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PlanTopic }) body: PlanTopic,
  ): Promise<Topic> {
    return this.steps.take(actor, id, TOPIC_STEPS.plan, body);
  }

  @Step('survey', 'What was found on the spot')
  survey(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RecordTopicSurvey }) body: RecordTopicSurvey,
  ): Promise<Topic> {
    return this.steps.take(actor, id, TOPIC_STEPS.survey, body);
  }

  @Step('consensus', 'What people came to; without result once more, twice at most')
  deliberate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RecordConsensus }) body: RecordConsensus,
  ): Promise<Topic> {
    return this.steps.take(actor, id, TOPIC_STEPS.deliberate, body);
  }

  @Step('conversion', 'Consensus becomes measures; the breakthrough begins')
  convert(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ConvertTopic }) body: ConvertTopic,
  ): Promise<Topic> {
    return this.steps.take(actor, id, TOPIC_STEPS.convert, body);
  }

  @Step('closing', 'What came of it, with the reason')
  close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CloseTopic }) body: CloseTopic,
  ): Promise<Topic> {
    return this.steps.take(actor, id, TOPIC_STEPS.close, body);
  }

  @Step('tags', 'Scale, tier, nature, track, problem types, strategy tags')
  tag(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TagTopic }) body: TagTopic,
  ): Promise<Topic> {
    return this.steps.tag(actor, id, body);
  }

  @Step('level', 'Escalated or handed down, with the reason')
  move(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: MoveTopic }) body: MoveTopic,
  ): Promise<Topic> {
    return this.steps.move(actor, id, body);
  }
}
