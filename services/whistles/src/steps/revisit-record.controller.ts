import { CurrentActor, type Actor } from '@hsl/access/actor';
import { ResidentContact, RevisitRecord } from '@hsl/contracts/schemas/follow-ups';
import { ReadContact } from '@hsl/contracts/schemas/submission-contacts';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RevisitRecordService } from './revisit-record.service.js';

/** Whom to call for a revisit; what residents say is recorded as a step of the matter. */
@ApiTags('whistles')
@Controller('api/whistles/:id')
export class RevisitRecordController {
  constructor(private readonly revisits: RevisitRecordService) {}

  @Get('revisits')
  @ApiOperation({ summary: 'Residents to be asked, their phones masked, and the attempts so far' })
  @ApiOkResponse({ standardSchema: RevisitRecord, description: 'Whom to call, and how often it was tried' })
  record(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest) {
    return this.revisits.record(actor, id, localeOf(request));
  }

  @Post('reporters/:reporterId/contact')
  @HttpCode(200)
  @ApiOperation({ summary: 'Look at one resident’s phone, for a purpose; the look is on record' })
  @ApiOkResponse({ standardSchema: ResidentContact, description: 'How the resident is reached' })
  contact(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('reporterId', { schema: z.uuid() }) reporterId: string,
    @Body({ schema: ReadContact }) body: ReadContact,
  ) {
    return this.revisits.contact(actor, id, reporterId, body);
  }
}
