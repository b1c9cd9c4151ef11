import { CurrentActor, type Actor } from '@hsl/access/actor';
import { SignTaskBrief, TaskBrief, WriteTaskBrief } from '@hsl/contracts/schemas/task-briefs';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TaskBriefsService } from './task-briefs.service.js';

/** What the lead of a matter has undertaken (任务书, S61). */
@ApiTags('department tasks')
@Controller('api/department-tasks/:id/brief')
export class TaskBriefsController {
  constructor(private readonly briefs: TaskBriefsService) {}

  @Put()
  @ApiOperation({ summary: 'Write the task brief (任务书), or write it anew: goal, measures, owner, due day' })
  @ApiOkResponse({ standardSchema: TaskBrief, description: 'The brief; a signature under another text is gone' })
  write(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: WriteTaskBrief }) body: WriteTaskBrief,
  ): Promise<TaskBrief> {
    return this.briefs.write(actor, taskId, body);
  }

  @Get()
  @ApiOperation({ summary: 'The task brief, with its signatures' })
  @ApiOkResponse({ standardSchema: TaskBrief, description: 'The brief' })
  get(@CurrentActor() actor: Actor, @Param('id') taskId: string): Promise<TaskBrief> {
    return this.briefs.get(actor, taskId);
  }

  @Post('signatures')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign the task brief: the head of the lead unit, and a deputy leader, each once' })
  @ApiOkResponse({ standardSchema: TaskBrief, description: 'The brief' })
  sign(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: SignTaskBrief }) body: SignTaskBrief,
  ): Promise<TaskBrief> {
    return this.briefs.sign(actor, taskId, body);
  }
}
