import { CurrentActor, type Actor } from '@hsl/access/actor';
import { auditFilters, AuditPage, AuditVerification } from '@hsl/contracts/schemas/audit';
import { pageQuerySchema } from '@hsl/platform/page';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AuditService, type AuditQuery } from './audit.service.js';

const AuditQuerySchema = pageQuerySchema.extend(auditFilters);

/** What was done to accounts and keys (S14). */
@Controller('api/audit-entries')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ApiOperation({ summary: 'What was done to accounts and keys, newest first' })
  @ApiOkResponse({ standardSchema: AuditPage, description: 'A page of the trail' })
  list(@CurrentActor() actor: Actor, @Query({ schema: AuditQuerySchema }) query: AuditQuery): Promise<AuditPage> {
    return this.audit.list(actor, query);
  }

  @Get('verification')
  @ApiOperation({ summary: 'Goes through the chain: whether a line was changed, added or taken out' })
  @ApiOkResponse({ standardSchema: AuditVerification, description: 'Whether it is whole' })
  verify(@CurrentActor() actor: Actor): Promise<AuditVerification> {
    return this.audit.verify(actor);
  }
}
