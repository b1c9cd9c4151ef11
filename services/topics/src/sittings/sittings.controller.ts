import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Session } from '@hsl/contracts/schemas/sessions';
import { ConveneThematicSession, PlanSitting, Sitting } from '@hsl/contracts/schemas/sittings';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { SessionsService } from '../sessions/sessions.service.js';
import { RoundSchema } from './round-query.js';
import { SittingPlans } from './sitting-plan.service.js';
import { ThematicSessions } from './thematic-sessions.js';

/** When, where and in which form sessions are held. */
@ApiTags('sessions')
@Controller('api/deliberations')
export class SittingsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly thematic: ThematicSessions,
    private readonly plans: SittingPlans,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Convene a session on a topic; on a whistle it is convened at the whistle' })
  @ApiCreatedResponse({ standardSchema: Session })
  async convene(
    @CurrentActor() actor: Actor,
    @Body({ schema: ConveneThematicSession }) body: ConveneThematicSession,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    const id = await this.thematic.convene(actor, body);
    return this.sessions.get(actor, id, localeOf(request));
  }

  @Put(':id/sitting')
  @ApiOperation({ summary: 'Plan its next sitting: format, time, agenda, link, room' })
  @ApiOkResponse({ standardSchema: Sitting })
  plan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PlanSitting }) body: PlanSitting,
  ): Promise<Sitting> {
    return this.plans.plan(actor, id, body);
  }

  @Get(':id/sitting')
  @ApiOperation({ summary: 'Its sitting with participants, quorum and the check of seats' })
  @ApiOkResponse({ standardSchema: Sitting })
  one(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: RoundSchema }) { round }: z.output<typeof RoundSchema>,
  ): Promise<Sitting> {
    return this.plans.get(actor, id, round);
  }

  @Post(':id/reminders')
  @HttpCode(200)
  @ApiOperation({ summary: 'Remind everybody who is invited and has not declined' })
  @ApiOkResponse({ standardSchema: Sitting })
  remind(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Sitting> {
    return this.plans.remind(actor, id);
  }
}
