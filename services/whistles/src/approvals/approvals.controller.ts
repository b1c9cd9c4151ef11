import { CurrentActor, type Actor } from '@hsl/access/actor';
import { approvalFilters, ApprovalPage } from '@hsl/contracts/schemas/approvals';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApprovalsService, type ApprovalQuery } from './approvals.service.js';

const QuerySchema = pageQuerySchema.extend(approvalFilters);

/** What waits for the caller's word; it is given at the matter itself. */
@ApiTags('whistles')
@Controller('api/approvals')
export class ApprovalsController {
  constructor(private readonly approvals: ApprovalsService) {}

  @Get()
  @ApiOperation({ summary: 'Matters that wait for the caller’s word, oldest first, with who asks and why' })
  @ApiOkResponse({ standardSchema: ApprovalPage, description: 'A page of what waits' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuerySchema }) query: ApprovalQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.approvals.list(actor, query, localeOf(request));
  }
}
