import { Module } from '@nestjs/common';
import { DepartmentConsumer } from './department.consumer.js';
import { DepartmentsRepository } from './departments.repository.js';

@Module({
  controllers: [DepartmentConsumer],
  providers: [DepartmentsRepository],
  exports: [DepartmentsRepository],
})
export class DepartmentsModule {}
