import { CurrentActor, type Actor } from '@hsl/access/actor';
import { CheckInDetails, ClaimCheckIn, MemberDeparted } from '@hsl/contracts/schemas/members';
import { IdempotencyKey } from '@hsl/platform/idempotency-key';
import { localeOf } from '@hsl/platform/locale';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ClaimsService } from './claims.service.js';

@ApiTags('check-ins')
@Controller('api')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Post('check-ins/claims')
  @HttpCode(200)
  @ApiOperation({ summary: 'Claim (认领): a member who was not asked takes the matter on, while nobody has come' })
  @ApiOkResponse({ standardSchema: CheckInDetails })
  claim(
    @CurrentActor() actor: Actor,
    @Body({ schema: ClaimCheckIn }) body: ClaimCheckIn,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<CheckInDetails> {
    return this.claims.claim(actor, body, key, localeOf(request));
  }

  @Post('members/:id/departure')
  @HttpCode(200)
  @ApiOperation({ summary: 'A member leaves office: postings end, every open request goes to the next member' })
  @ApiOkResponse({ standardSchema: MemberDeparted, description: 'What was passed on' })
  leaveOffice(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.claims.leaveOffice(actor, id);
  }
}
