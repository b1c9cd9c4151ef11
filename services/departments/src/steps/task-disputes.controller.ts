import { CurrentActor, type Actor } from '@hsl/access/actor';
import { DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import {
  GiveTaskReason,
  NameSupporting,
  RecordInterim,
  RecordSiteMeeting,
  RequestExtension,
  RequestReturn,
  RuleDispute,
  RuleExtension,
  RuleReturn,
  StateInDispute,
} from '@hsl/contracts/schemas/task-steps';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestHeaders } from '../request-headers.js';
import * as specs from './task-step-specs.js';
import { TaskStepsService } from './task-steps.service.js';

/** When a department and a task do not fit: returned, disputed, more time, an idle unit beside it (domain 4.3, 4.5). */
@ApiTags('department tasks')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
@Controller('api/department-tasks/:id')
export class TaskDisputesController {
  constructor(private readonly steps: TaskStepsService) {}

  @Post('return-request')
  @HttpCode(200)
  @ApiOperation({ summary: 'Return (退单), with reason, legal basis and the unit believed responsible' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  requestReturn(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RequestReturn }) body: RequestReturn,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'return-request', body, key };
    return this.steps.take(request, specs.REQUEST_RETURN, localeOf({ headers }));
  }

  @Post('return-ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Rule on a return: another unit takes over, or the same one keeps its deadline' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  ruleReturn(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RuleReturn }) body: RuleReturn,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'return-ruling', body, key };
    return this.steps.take(request, specs.RULE_RETURN, localeOf({ headers }));
  }

  @Post('statements')
  @HttpCode(200)
  @ApiOperation({ summary: 'State a position in a dispute, before it is ruled on' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  stateInDispute(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: StateInDispute }) body: StateInDispute,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    return this.steps.stateInDispute({ actor, taskId, step: 'statements', body, key }, localeOf({ headers }));
  }

  @Post('site-meeting')
  @HttpCode(200)
  @ApiOperation({ summary: 'The joint site meeting of a dispute was held' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  siteMeeting(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RecordSiteMeeting }) body: RecordSiteMeeting,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'site-meeting', body, key };
    return this.steps.take(request, specs.SITE_MEETING, localeOf({ headers }));
  }

  @Post('dispute-ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Rule who is responsible; an appeal is open for one working day' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  ruleDispute(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RuleDispute }) body: RuleDispute,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'dispute-ruling', body, key };
    return this.steps.take(request, specs.RULE_DISPUTE, localeOf({ headers }));
  }

  @Post('appeal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Appeal against the ruling, by the head of a party' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  appeal(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: GiveTaskReason }) body: GiveTaskReason,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    return this.steps.take({ actor, taskId, step: 'appeal', body, key }, specs.APPEAL, localeOf({ headers }));
  }

  @Post('appeal-ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'The group leader’s final ruling' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  ruleAppeal(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RuleDispute }) body: RuleDispute,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'appeal-ruling', body, key };
    return this.steps.take(request, specs.RULE_APPEAL, localeOf({ headers }));
  }

  @Post('extension-request')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask for more time (延期), at least a working day before expiry' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  requestExtension(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RequestExtension }) body: RequestExtension,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'extension-request', body, key };
    return this.steps.take(request, specs.REQUEST_EXTENSION, localeOf({ headers }));
  }

  @Post('extension-ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Grant more time or not: the first by liaison, the second by a deputy leader' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  ruleExtension(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RuleExtension }) body: RuleExtension,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'extension-ruling', body, key };
    return this.steps.take(request, specs.RULE_EXTENSION, localeOf({ headers }));
  }

  @Post('idle-flags')
  @HttpCode(200)
  @ApiOperation({ summary: 'The lead calls a supporting unit idle' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  flagIdle(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: NameSupporting }) body: NameSupporting,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    const request = { actor, taskId, step: 'idle-flags', body, key };
    return this.steps.take(request, specs.FLAG_IDLE, localeOf({ headers }));
  }

  @Post('pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Agree, once, that the lead’s clock stands still until the idle unit has fed back' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  agreePause(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: GiveTaskReason }) body: GiveTaskReason,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    return this.steps.take({ actor, taskId, step: 'pause', body, key }, specs.AGREE_PAUSE, localeOf({ headers }));
  }

  @Post('waivers')
  @HttpCode(200)
  @ApiOperation({ summary: 'The lead marks a supporting unit unnecessary, with reason' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  waive(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: NameSupporting }) body: NameSupporting,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    return this.steps.waive({ actor, taskId, step: 'waivers', body, key }, localeOf({ headers }));
  }

  @Post('interim-actions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Interim action (先行处置): what was done at once' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task after the step' })
  recordInterim(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RecordInterim }) body: RecordInterim,
    @IdempotencyKey() key: string | undefined,
    @Headers() headers: RequestHeaders,
  ) {
    return this.steps.recordInterim({ actor, taskId, step: 'interim-actions', body, key }, localeOf({ headers }));
  }
}
