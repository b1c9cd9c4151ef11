import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ImportQuery, type ImportReport } from '@hsl/contracts/schemas/imports';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { ApiImport } from '@hsl/imports/api-import';
import { importTable } from '@hsl/imports/importer';
import { Clock } from '@hsl/platform/clock';
import { Body, Controller, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import { memberImport } from './member-import.js';

const COLUMNS = memberImport(Date.now, () => '');

@ApiTags('members')
@Controller('api/members')
export class MemberImportController {
  constructor(
    private readonly access: AccessService,
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    private readonly clock: Clock,
  ) {}

  @Post('import')
  @ApiImport('Take the members and their communities from an XLSX or CSV table', COLUMNS)
  take(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImportQuery }) { mode }: ImportQuery,
    @Body() file: unknown,
  ): Promise<ImportReport> {
    const now = this.clock.now();
    const definition = memberImport(
      () => now,
      () => dateOf(dayOf(now)),
    );
    return importTable(this.access, this.database, definition, { actor, mode, file });
  }
}
