import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ImportQuery, type ImportReport } from '@hsl/contracts/schemas/imports';
import { ApiImport } from '@hsl/imports/api-import';
import { importTable } from '@hsl/imports/importer';
import { Clock } from '@hsl/platform/clock';
import { Body, Controller, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { departmentImport } from './department-import.js';

const COLUMNS = departmentImport(Date.now);

@ApiTags('departments')
@Controller('api/departments')
export class DepartmentImportController {
  constructor(
    private readonly access: AccessService,
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly clock: Clock,
  ) {}

  @Post('import')
  @ApiImport('Take the departments from an XLSX or CSV table', COLUMNS)
  take(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImportQuery }) { mode }: ImportQuery,
    @Body() file: unknown,
  ): Promise<ImportReport> {
    const definition = departmentImport(() => this.clock.now());
    return importTable(this.access, this.database, definition, { actor, mode, file });
  }
}
