import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  AttachOpinion,
  LedgerEntry,
  LedgerPage,
  LedgerRegisterLine,
  ProposeCarryOver,
  ReportMilestone,
  ReviewLedger,
  RuleCarryOver,
  RuleLedger,
  ledgerFilters,
} from '@hsl/contracts/schemas/ledger';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema } from '@hsl/platform/page';
import { csvOf } from '@hsl/registers/register-csv';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LedgerService, type LedgerQuery } from './ledger.service.js';

const CSV = { 'text/csv': { schema: { type: 'string' } } } as const;
const LedgerQuerySchema = pageQuerySchema.extend(ledgerFilters);

/** The register of long-term matters; an entry is applied for at its whistle. */
@ApiTags('ledger')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
@Controller('api/ledger')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Get()
  @ApiOperation({ summary: 'Entries the caller may see, newest first' })
  @ApiOkResponse({ standardSchema: LedgerPage, description: 'A page of the register' })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: LedgerQuerySchema }) query: LedgerQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.ledger.list(actor, query, localeOf(request));
  }

  @Get('export.csv')
  @ApiOperation({ summary: 'The register as a table, with serial numbers; filters as for the list' })
  @ApiOkResponse({ content: CSV, description: 'UTF-8 with a byte order mark, as spreadsheets expect it' })
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: LedgerQuerySchema }) query: LedgerQuery,
    @Res() reply: FastifyReply,
  ) {
    const table = await csvOf(LedgerRegisterLine, this.ledger.register(actor, query));
    const file = 'attachment; filename="ledger.csv"';
    return reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', file).send(table);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One entry with its timetable' })
  @ApiOkResponse({ standardSchema: LedgerEntry, description: 'The entry' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest) {
    return this.ledger.get(actor, id, localeOf(request));
  }

  @Post(':id/opinion')
  @HttpCode(200)
  @ApiOperation({ summary: 'The member’s opinion on an application' })
  @ApiOkResponse({ standardSchema: LedgerEntry, description: 'The entry after the step' })
  attachOpinion(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AttachOpinion }) body: AttachOpinion,
    @IdempotencyKey() key?: string,
  ) {
    return this.ledger.attachOpinion(actor, id, body, key);
  }

  @Post(':id/ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve or refuse: a deputy leader up to ninety days, longer the group leader' })
  @ApiOkResponse({ standardSchema: LedgerEntry, description: 'The entry after the step' })
  rule(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RuleLedger }) body: RuleLedger,
    @IdempotencyKey() key?: string,
  ) {
    return this.ledger.rule(actor, id, body, key);
  }

  @Post(':id/milestones/:milestoneId')
  @HttpCode(200)
  @ApiOperation({ summary: 'Report the next milestone done, with evidence; the last one delivers the entry' })
  @ApiOkResponse({ standardSchema: LedgerEntry, description: 'The entry after the step' })
  reportMilestone(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('milestoneId') milestoneId: string,
    @Body({ schema: ReportMilestone }) body: ReportMilestone,
    @IdempotencyKey() key?: string,
  ) {
    return this.ledger.reportMilestone(actor, id, milestoneId, body, key);
  }

  @Post(':id/carry-over')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask to carry it over into the next period' })
  @ApiOkResponse({ standardSchema: LedgerEntry, description: 'The entry after the step' })
  proposeCarryOver(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ProposeCarryOver }) body: ProposeCarryOver,
    @IdempotencyKey() key?: string,
  ) {
    return this.ledger.proposeCarryOver(actor, id, body, key);
  }

  @Post(':id/carry-over/ruling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Carry it over with new dates and a reply to the residents, or not' })
  @ApiOkResponse({ standardSchema: LedgerEntry, description: 'The entry after the step' })
  ruleCarryOver(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: RuleCarryOver }) body: RuleCarryOver,
    @IdempotencyKey() key?: string,
  ) {
    return this.ledger.ruleCarryOver(actor, id, body, key);
  }

  @Post(':id/reviews')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record the quarterly review' })
  @ApiOkResponse({ standardSchema: LedgerEntry, description: 'The entry after the step' })
  review(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReviewLedger }) body: ReviewLedger,
    @IdempotencyKey() key?: string,
  ) {
    return this.ledger.review(actor, id, body, key);
  }
}
