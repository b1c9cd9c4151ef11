import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { remedyOf, type Finding } from '@hsl/contracts/reconciliation';
import { ReconciliationPage } from '@hsl/contracts/schemas/reconciliations';
import { localeOf, type Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
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
    @Req() request: FastifyRequest,
  ): Promise<ReconciliationPage> {
    const { subdistrictId } = actor;
    const locale = localeOf(request);
    this.access.authorize(actor, 'audit.read', { subdistrictId });
    const rows = await this.repository.list(subdistrictId, limit, decodeCursor(cursor, reportPosition));
    const page = pageOf(rows, limit, (row) => ({ startedAt: row.startedAt.toISOString(), id: row.id }));
    const items = page.items.map(({ subdistrictId: _tenant, startedAt, finishedAt, findings, ...counts }) => ({
      ...counts,
      ...{ startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString() },
      findings: (findings as unknown as Finding[]).map((finding) => ({ ...finding, ...toldOf(finding, locale) })),
    }));
    return { ...page, items };
  }
}

/** What was repaired needs no remedy. */
const toldOf = (finding: Finding, locale: Locale): { remedy?: string } => {
  const words = finding.isRepaired ? undefined : remedyOf(finding);
  return words ? { remedy: locale === 'en' ? words.en : words.zh } : {};
};
