import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  AnswerSubmission,
  DeclineSubmission,
  HandToWhistle,
  MergeSubmission,
  ScreenSubmission,
  Submission,
  TakeAsNewTopic,
  TakeIntoTopic,
} from '@hsl/contracts/schemas/submissions';
import { applyDecorators, Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SUBMISSION_STEPS } from './submission-steps.js';
import { SubmissionTopics } from './submission-topics.service.js';
import { SubmissionsService } from './submissions.service.js';

/** A step of a submission and what is answered to it. */
const Step = (path: string, summary: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiOkResponse({ standardSchema: Submission, description: 'The submission after the step' }),
  );

/** What staff make of a submission (domain 4.1). */
@ApiTags('submissions')
@Controller('api/submissions')
export class SubmissionEndsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly topics: SubmissionTopics,
  ) {}

  @Step('screening', 'Looked at; to be answered by the office or by the community')
  screen(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ScreenSubmission }) body: ScreenSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.screen, body);
  }

  @Step('topic', 'It becomes part of a topic')
  topic(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TakeIntoTopic }) body: TakeIntoTopic,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.topic, body);
  }

  @Step('answer', 'Answered in writing, which ends it')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AnswerSubmission }) body: AnswerSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.answer, body);
  }

  @Step('merge', 'The same matter came in before')
  merge(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: MergeSubmission }) body: MergeSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.merge, body);
  }

  @Step('decline', 'Not taken up, with the reason in writing')
  decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: DeclineSubmission }) body: DeclineSubmission,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.decline, body);
  }

  @Step('new-topic', 'A new topic is made of it, whose source are residents')
  newTopic(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TakeAsNewTopic }) body: TakeAsNewTopic,
  ): Promise<Submission> {
    return this.topics.take(actor, id, body);
  }

  @Step('whistle', 'A whistle was blown for it')
  whistle(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: HandToWhistle }) body: HandToWhistle,
  ): Promise<Submission> {
    return this.submissions.take(actor, id, SUBMISSION_STEPS.whistle, body);
  }
}
