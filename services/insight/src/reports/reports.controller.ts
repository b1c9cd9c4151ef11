import { CurrentActor, type Actor } from '@hsl/access/actor';
import {
  Report,
  reportFilters,
  ReportKindList,
  ReportPage,
  ReportText,
  RequestReport,
  type ReportFilter,
} from '@hsl/contracts/schemas/reports';
import { fileAnswer } from '@hsl/files/file-answer';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { pageQuerySchema, type PageQuery } from '@hsl/platform/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileNameOf } from './report-view.js';
import { ReportsService } from './reports.service.js';
import { FORMATS } from './writers/report-formats.js';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;
const FILE = Object.fromEntries(Object.values(FORMATS).map(({ mediaType }) => [mediaType, BYTES]));

const ReportQuery = pageQuerySchema.extend(reportFilters);

/** The twelve reports of domain 5.2: asked for, made in the background, kept. */
@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a report made; Location says where to look how far it is' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiAcceptedResponse({ standardSchema: Report, description: 'It waits, or is being made' })
  async request(
    @CurrentActor() actor: Actor,
    @Body({ schema: RequestReport }) body: RequestReport,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report> {
    const report = await this.reports.request({ actor, locale: localeOf(request) }, body, key);
    void reply.header('location', `/api/reports/${report.id}`);
    return report;
  }

  @Get()
  @ApiOperation({ summary: 'Reports the caller may read, newest first' })
  @ApiOkResponse({ standardSchema: ReportPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReportQuery }) query: PageQuery & ReportFilter,
    @Req() request: FastifyRequest,
  ): Promise<ReportPage> {
    return this.reports.list({ actor, locale: localeOf(request) }, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a report is, and what became of it' })
  @ApiOkResponse({ standardSchema: Report })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<Report> {
    return this.reports.one({ actor, locale: localeOf(request) }, id);
  }

  @Get(':id/text')
  @ApiOperation({ summary: 'The finished report as it is read on a page, if it is short enough for one' })
  @ApiOkResponse({ standardSchema: ReportText })
  text(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReportText> {
    return this.reports.text(actor, id);
  }

  @Get(':id/file')
  @ApiOperation({ summary: 'The finished report' })
  @ApiOkResponse({ content: FILE, description: 'As an attachment; CSV in UTF-8 with a byte order mark' })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { row, bytes } = await this.reports.open(actor, id);
    const { mediaType } = FORMATS[row.format];
    const file = { name: fileNameOf(row), mediaType, bytes: row.file_bytes!, sha256: row.file_sha256! };
    return fileAnswer(reply, file, bytes);
  }

  @Post(':id/release')
  @HttpCode(200)
  @ApiOperation({ summary: 'Release a report to those who read released ones only; not by who had it made' })
  @ApiOkResponse({ standardSchema: Report })
  release(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<Report> {
    return this.reports.release({ actor, locale: localeOf(request) }, id);
  }
}

@ApiTags('reports')
@Controller('api/report-kinds')
export class ReportKindsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @ApiOperation({ summary: 'The reports that the caller may have made' })
  @ApiOkResponse({ standardSchema: ReportKindList })
  kinds(@CurrentActor() actor: Actor): ReportKindList {
    return this.reports.kinds(actor);
  }
}
