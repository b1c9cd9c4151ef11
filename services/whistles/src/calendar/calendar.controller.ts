import { CurrentActor, type Actor } from '@hsl/access/actor';
import { CalendarQuery, CalendarYearAnswer, LoadCalendar } from '@hsl/contracts/schemas/calendar';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CalendarLoader } from './calendar-loader.js';
import { CalendarReader } from './calendar-reader.js';

/** Holidays and make-up workdays, by the year (domain 2.7). */
@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly reader: CalendarReader,
    private readonly loader: CalendarLoader,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One year of the calendar, the known years, and which year is missing' })
  @ApiOkResponse({ standardSchema: CalendarYearAnswer, description: 'The year' })
  year(
    @CurrentActor() actor: Actor,
    @Query({ schema: CalendarQuery }) { year }: CalendarQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.reader.view(actor, year, localeOf(request));
  }

  @Post()
  @ApiOperation({ summary: 'Load or amend a year, as announced; provisional deadlines are found again' })
  @ApiCreatedResponse({ standardSchema: CalendarYearAnswer, description: 'The year as loaded' })
  async load(
    @CurrentActor() actor: Actor,
    @Body({ schema: LoadCalendar }) body: LoadCalendar,
    @Req() request: FastifyRequest,
  ) {
    await this.loader.load(actor, body);
    return this.reader.view(actor, body.year, localeOf(request));
  }
}
