import { Module } from '@nestjs/common';
import { HandOverModule } from '../hand-over/hand-over.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { ImportsModule } from '@hsl/imports/imports.module';
import { DepartmentImportController } from './department-import.controller.js';
import { DepartmentLoad } from './department-load.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { RoutingProposalsController } from './routing-proposals.controller.js';
import { RoutingProposalsService } from './routing-proposals.service.js';
import { RoutingTableController } from './routing-table.controller.js';
import { RoutingTableService } from './routing-table.service.js';

/** Departments and the routing table. */
@Module({
  imports: [TasksModule, ImportsModule, HandOverModule],
  controllers: [DepartmentImportController, DepartmentsController, RoutingProposalsController, RoutingTableController],
  providers: [DepartmentsService, DepartmentLoad, RoutingTableService, RoutingProposalsService],
})
export class DirectoryModule {}
