import { CurrentActor, type Actor } from '@hsl/access/actor';
import { RecordSiteVisit, SiteVisit, SiteVisitList } from '@hsl/contracts/schemas/site-visits';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SiteVisitsService } from './site-visits.service.js';

/** Visits on the spot for a task (实地指导). */
@ApiTags('department tasks')
@Controller('api/department-tasks/:id/site-visits')
export class SiteVisitsController {
  constructor(private readonly visits: SiteVisitsService) {}

  @Post()
  @ApiOperation({ summary: 'Record a site visit (实地指导) with place, time, advice and photos' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiCreatedResponse({ standardSchema: SiteVisit })
  record(
    @CurrentActor() actor: Actor,
    @Param('id') taskId: string,
    @Body({ schema: RecordSiteVisit }) body: RecordSiteVisit,
    @IdempotencyKey() key: string | undefined,
  ): Promise<SiteVisit> {
    return this.visits.record({ actor, taskId, step: 'site-visits', body, key });
  }

  @Get()
  @ApiOperation({ summary: 'Site visits for the task, latest first' })
  @ApiOkResponse({ standardSchema: SiteVisitList })
  list(@CurrentActor() actor: Actor, @Param('id') taskId: string): Promise<SiteVisitList> {
    return this.visits.list(actor, taskId);
  }
}
