import { CurrentActor, type Actor } from '@hsl/access/actor';
import { TopicCounts, TopicHistory, TopicPlan } from '@hsl/contracts/schemas/topic-steps';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TopicReportsService } from './topic-reports.service.js';

const PlanQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });
const PeriodQuery = z.strictObject({ from: z.iso.datetime().optional(), to: z.iso.datetime().optional() });

/** The yearly plan, how many topics of which kind, and what happened to one. */
@ApiTags('topics')
@Controller('api/topics')
export class TopicReportsController {
  constructor(private readonly reports: TopicReportsService) {}

  @Get('plan')
  @ApiOperation({ summary: 'The plan of a year: major developments and key minor matters' })
  @ApiOkResponse({ standardSchema: TopicPlan })
  plan(@CurrentActor() actor: Actor, @Query({ schema: PlanQuery }) { year }: z.output<typeof PlanQuery>) {
    return this.reports.plan(actor, year);
  }

  @Get('counts')
  @ApiOperation({ summary: 'Topics per strategy tag, tier, nature, problem type, community; how many are resolved' })
  @ApiOkResponse({ standardSchema: TopicCounts })
  counts(@CurrentActor() actor: Actor, @Query({ schema: PeriodQuery }) period: z.output<typeof PeriodQuery>) {
    return this.reports.counts(actor, period);
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'What happened to a topic, with reasons and findings, for staff' })
  @ApiOkResponse({ standardSchema: TopicHistory })
  history(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TopicHistory> {
    return this.reports.history(actor, id);
  }
}
