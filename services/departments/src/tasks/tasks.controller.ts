import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  departmentTaskFilters,
  DepartmentTaskDetails,
  DepartmentTaskPage,
  TaskTimelinePage,
} from '@hsl/contracts/schemas/department-tasks';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Controller, Get, Param, Query, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestHeaders } from '../request-headers.js';
import { TaskDetailsService } from './task-details.service.js';
import { TaskTimelineService } from './task-timeline.service.js';
import { TasksService, type TaskQuery } from './tasks.service.js';

const TaskQuerySchema = pageQuerySchema.extend(departmentTaskFilters);

/** The tasks of departments as people read them. */
@ApiTags('department tasks')
@Controller('api/department-tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly details: TaskDetailsService,
    private readonly history: TaskTimelineService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Tasks the caller may see: overdue first, then least time left, then what is done' })
  @ApiOkResponse({ standardSchema: DepartmentTaskPage, description: 'A page of tasks' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: TaskQuerySchema }) query: TaskQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.tasks.list(actor, query, localeOf({ headers }));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One task with its clocks, cards, feedback and the other units' })
  @ApiOkResponse({ standardSchema: DepartmentTaskDetails, description: 'The task' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Headers() headers: RequestHeaders) {
    return this.details.details(actor, id, localeOf({ headers }));
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: 'What happened to the task, oldest first' })
  @ApiOkResponse({ standardSchema: TaskTimelinePage, description: 'A page of its history' })
  timeline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
    @Headers() headers: RequestHeaders,
  ) {
    return this.history.timeline(actor, id, query, localeOf({ headers }));
  }
}
