import { CurrentActor, type Actor } from '@hsl/access/actor';
import { departmentRatingFilters, DepartmentRatingsPage } from '@hsl/contracts/schemas/task-ratings';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DepartmentRatingsService, type RatingsQuery } from './department-ratings.service.js';

const RatingsQuerySchema = pageQuerySchema.extend(departmentRatingFilters);

/** What communities think of each department, all tasks together. */
@ApiTags('departments')
@Controller('api/departments/ratings')
export class DepartmentRatingsController {
  constructor(private readonly ratings: DepartmentRatingsService) {}

  @Get()
  @ApiOperation({ summary: 'Communities’ ratings of departments: average, number and the latest of each' })
  @ApiOkResponse({ standardSchema: DepartmentRatingsPage, description: 'A page of departments that were rated, by id' })
  list(@CurrentActor() actor: Actor, @Query({ schema: RatingsQuerySchema }) query: RatingsQuery) {
    return this.ratings.list(actor, query);
  }
}
