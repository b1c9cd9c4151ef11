import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import type { Finding } from '@hsl/contracts/reconciliation';
import { ReconciliationPage } from '@hsl/contracts/schemas/reconciliations';
import { decodeCursor, pageOf, pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReconciliationRepository, reportPosition } from './reconciliation.repository.js';

@ApiTags('reconciliations')
@Controller('api/reconciliations')
export class ReconciliationsController {
  constructor(
    private readonly access: AccessService,
    private readonly repository: ReconciliationRepository,
  ) {}

  /** What runs beside its record belongs to the audit, and is a matter of administration: no right of its own. */
  @Get()
  @ApiOperation({ summary: 'What the daily reconciliations found, newest first' })
  @ApiOkResponse({ standardSchema: ReconciliationPage, description: 'A page of reports' })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) { limit, cursor }: PageQuery,
  ): Promise<ReconciliationPage> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'audit.read', { subdistrictId });
    const rows = await this.repository.list(subdistrictId, limit, decodeCursor(cursor, reportPosition));
    const page = pageOf(rows, limit, (row) => ({ startedAt: row.startedAt.toISOString(), id: row.id }));
    const items = page.items.map(({ subdistrictId: _tenant, startedAt, finishedAt, findings, ...counts }) => ({
      ...counts,
      ...{ startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString() },
      findings: findings as unknown as Finding[],
    }));
    return { ...page, items };
  }
}
