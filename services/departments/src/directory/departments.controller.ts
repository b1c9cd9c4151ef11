import { CurrentActor, type Actor } from '@hsl/access/actor';
import { DepartmentDetails, departmentFilters, DepartmentPage } from '@hsl/contracts/schemas/departments';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { DepartmentsService } from './departments.service.js';

const DepartmentQuery = pageQuerySchema.extend(departmentFilters);
type DepartmentQuery = z.output<typeof DepartmentQuery>;

/** The units that tasks are dispatched to. */
@ApiTags('departments')
@Controller('api/departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  @ApiOperation({ summary: 'Departments of the subdistrict' })
  @ApiOkResponse({ standardSchema: DepartmentPage, description: 'A page of departments, by id' })
  list(@CurrentActor() actor: Actor, @Query({ schema: DepartmentQuery }) query: DepartmentQuery) {
    return this.departments.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One department by id or code, with its open tasks and cards' })
  @ApiOkResponse({ standardSchema: DepartmentDetails, description: 'The department' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.departments.details(actor, id);
  }
}
