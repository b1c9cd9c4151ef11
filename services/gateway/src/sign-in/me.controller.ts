import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '@hsl/access/actor';
import { meSchema, type Me } from '@hsl/contracts/schemas/session.schema';
import { ProblemError } from '@hsl/platform/problem.error';
import { ApiKeyRepository } from '../api-keys/api-key.repository.js';
import { UserRepository } from '../users/user.repository.js';
import { meOf } from './sessions.service.js';

/** Who am I: the name and the posts the server goes by. */
@Controller('api/me')
export class MeController {
  constructor(
    private readonly users: UserRepository,
    private readonly keys: ApiKeyRepository,
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

  private async ofKey({ userId, subdistrictId, posts, keyScopes }: Actor, keyId: string): Promise<Me> {
    const key = await this.keys.find(subdistrictId, keyId);
    if (!key) throw new ProblemError('notAuthenticated');
    return { userId, subdistrictId, posts, keyScopes, name: key.name };
  }
}
