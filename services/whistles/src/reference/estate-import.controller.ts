import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ImportQuery, type ImportReport } from '@hsl/contracts/schemas/imports';
import { ApiImport } from '@hsl/imports/api-import';
import { importTable } from '@hsl/imports/importer';
import { Body, Controller, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { ESTATE_IMPORT } from './estate-import.js';

@ApiTags('places')
@Controller('api/estates')
export class EstateImportController {
  constructor(
    private readonly access: AccessService,
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
  ) {}

  @Post('import')
  @ApiImport('Take the estates (小区, 楼院) from an XLSX or CSV table', ESTATE_IMPORT)
  take(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImportQuery }) { mode }: ImportQuery,
    @Body() file: unknown,
  ): Promise<ImportReport> {
    return importTable(this.access, this.database, ESTATE_IMPORT, { actor, mode, file });
  }
}
