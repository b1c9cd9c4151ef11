import { CurrentActor, type Actor } from '@hsl/access/actor';
import { AcknowledgeTask, DepartmentTaskDetails, SubmitFeedback } from '@hsl/contracts/schemas/department-tasks';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, HttpCode, Param, Post, Headers } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestHeaders } from '../request-headers.js';
import { TaskStepsService } from './task-steps.service.js';

/** What departments do with their tasks; each answers the new state at once, or why not. */
@ApiTags('department tasks')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
@Controller('api/department-tasks/:id')
export class TaskStepsController {
  constructor(private readonly steps: TaskStepsService) {}

  @Post('acknowledgement')
  @HttpCode(200)
  @ApiOperation({ summary: 'Acknowledge (签收): the department has the task' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task, acknowledged' })
  acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: AcknowledgeTask }) body: AcknowledgeTask,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    return this.steps.acknowledge({ actor, taskId, step: 'acknowledgement', body, key }, localeOf({ headers }));
  }

  @Post('feedback')
  @HttpCode(200)
  @ApiOperation({ summary: 'Feed back (反馈): a supporting unit on its part, the lead on the whole' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task, fed back' })
  submitFeedback(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: SubmitFeedback }) body: SubmitFeedback,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    return this.steps.submitFeedback({ actor, taskId, step: 'feedback', body, key }, body, localeOf({ headers }));
  }
}
