import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { PersonalDataPart } from '@hsl/contracts/schemas/personal-data';
import { meSchema, type Me } from '@hsl/contracts/schemas/session.schema';
import { AccessService } from '@hsl/access/access.service';
import { localeOf } from '@hsl/platform/locale';
import { personalSection, type PersonalWords } from '@hsl/platform/personal-section';
import { ProblemError } from '@hsl/platform/problem.error';
import { ApiKeyRepository } from '../api-keys/api-key.repository.js';
import { UserRepository } from '../users/user.repository.js';
import type { FastifyRequest } from 'fastify';
import { meOf } from './sessions.service.js';

const WORDS = {
  account: ['账号', 'Account'],
  id: ['编号', 'Number'],
  userName: ['用户名', 'User name'],
  name: ['姓名', 'Name'],
  role: ['身份', 'Role'],
} as const satisfies PersonalWords;

/** Who am I: the name and the posts the server goes by. */
@Controller('api/me')
export class MeController {
  constructor(
    private readonly users: UserRepository,
    private readonly keys: ApiKeyRepository,
    private readonly access: AccessService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who am I: the name and the posts the server goes by' })
  @ApiOkResponse({ standardSchema: meSchema })
  async me(@CurrentActor() actor: Actor): Promise<Me> {
    if (actor.keyId !== undefined) return this.ofKey(actor, actor.keyId);
    const account = await this.users.findById(actor.subdistrictId, actor.userId);
    if (!account) throw new ProblemError('notAuthenticated');
    return meOf(account);
  }

  @Get('personal-data')
  @ApiOperation({ summary: 'Everything the account holds about me, a member' })
  @ApiOkResponse({ standardSchema: PersonalDataPart })
  async mine(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PersonalDataPart> {
    const { subdistrictId, userId } = actor;
    this.access.authorize(actor, 'personalData.export', { subdistrictId, about: userId }, { provenSender: false });
    const account = await this.users.findById(subdistrictId, userId);
    if (!account) throw new ProblemError('notAuthenticated');
    const { id, userName, name, posts } = account;
    const roles = posts.map(({ role }) => ['role', role] as const);
    const held = [['id', id] as const, ['userName', userName] as const, ['name', name] as const, ...roles];
    return { sections: [personalSection(WORDS, 'account', [held], localeOf(request))] };
  }

  private async ofKey({ userId, subdistrictId, posts, keyScopes }: Actor, keyId: string): Promise<Me> {
    const key = await this.keys.find(subdistrictId, keyId);
    if (!key) throw new ProblemError('notAuthenticated');
    return { userId, subdistrictId, posts, keyScopes, name: key.name };
  }
}
