import { CurrentActor, type Actor } from '@hsl/access/actor';
import { Session } from '@hsl/contracts/schemas/sessions';
import { CancelSession, ConveneThematicSession, PlanSitting, Sitting } from '@hsl/contracts/schemas/sittings';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeated request take effect once' })
  @ApiCreatedResponse({ standardSchema: Session })
  async convene(
    @CurrentActor() actor: Actor,
    @Body({ schema: ConveneThematicSession }) body: ConveneThematicSession,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    const id = await this.thematic.convene(actor, body, key);
    return this.sessions.get(actor, id, localeOf(request));
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a thematic session, with the reason; whoever is invited is told' })
  @ApiOkResponse({ standardSchema: Session })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: CancelSession }) { reason }: CancelSession,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    await this.thematic.cancel(actor, id, reason);
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
