import { AccessService } from '@hsl/access/access.service';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { PersonalDataPart } from '@hsl/contracts/schemas/personal-data';
import { localeOf } from '@hsl/platform/locale';
import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MemberData } from './member-data.service.js';

/** A member reads what is held about the own person (domain 4.6). */
@ApiTags('personal data')
@Controller('api/member-data')
export class MemberDataController {
  constructor(
    private readonly data: MemberData,
    private readonly access: AccessService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Everything cards, check-ins, points and registers hold about me, a member' })
  @ApiOkResponse({ standardSchema: PersonalDataPart })
  async mine(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PersonalDataPart> {
    const { subdistrictId, userId, posts } = actor;
    this.access.authorize(actor, 'personalData.export', { subdistrictId, about: userId }, { provenSender: false });
    const memberIds = posts.flatMap(({ memberId }) => memberId ?? []);
    const parts = await Promise.all(memberIds.map((id) => this.data.of(subdistrictId, id, localeOf(request))));
    return { sections: parts.flat() };
  }
}
