import { CurrentActor, type Actor } from '@hsl/access/actor';
import { RateTask, TaskRating } from '@hsl/contracts/schemas/task-ratings';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RatingsService } from './ratings.service.js';

/** What communities think of a department's work (社区评部门, I21). */
@ApiTags('department tasks')
@Controller('api/department-tasks/:id/rating')
export class RatingsController {
  constructor(private readonly ratings: RatingsService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Rate the department’s work, 1 to 5, once it has fed back (社区评部门)' })
  @ApiOkResponse({ standardSchema: TaskRating })
  rate(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RateTask }) body: RateTask,
  ): Promise<TaskRating> {
    return this.ratings.rate(actor, taskId, body);
  }

  @Get()
  @ApiOperation({ summary: 'How the community rated the department’s work' })
  @ApiOkResponse({ standardSchema: TaskRating })
  get(@CurrentActor() actor: Actor, @Param('id') taskId: string): Promise<TaskRating> {
    return this.ratings.get(actor, taskId);
  }
}
