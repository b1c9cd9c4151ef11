import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ProjectionFindingPage } from '@hsl/contracts/schemas/projection-findings';
import { decodeCursor, pageOf, pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TenantDatabase } from '../database.js';
import { findingPosition, FindingsRepository } from './findings.repository.js';

@ApiTags('insight')
@Controller('api/projection-findings')
export class FindingsController {
  constructor(
    private readonly access: AccessService,
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly findings: FindingsRepository,
  ) {}

  /** Like the reconciliations, a matter of audit and administration. */
  @Get()
  @ApiOperation({ summary: 'Matters and tasks whose projection had fallen behind and has caught up, newest first' })
  @ApiOkResponse({ standardSchema: ProjectionFindingPage, description: 'A page of findings' })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) { limit, cursor }: PageQuery,
  ): Promise<ProjectionFindingPage> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'audit.read', { subdistrictId });
    const after = decodeCursor(cursor, findingPosition);
    const rows = await this.findings.list(this.database.pool(subdistrictId), subdistrictId, after, limit);
    const page = pageOf(rows, limit, ({ found_at, id }) => ({ foundAt: found_at.toISOString(), id }));
    const items = page.items.map(({ id, whistle_id, task_id, found_at, held_state, held_version, state, version }) => ({
      ...{ id, whistleId: whistle_id, foundAt: found_at.toISOString(), told: { state, version } },
      ...(task_id === null ? {} : { taskId: task_id }),
      ...(held_state === null || held_version === null ? {} : { held: { state: held_state, version: held_version } }),
    }));
    return { ...page, items };
  }
}
