import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Colleague, Colleagues as Answer } from '@hsl/contracts/schemas/colleagues';
import { Injectable } from '@nestjs/common';
import { UserRepository } from './user.repository.js';

/** Names for the ids of accounts that staff meet on their pages: accounts are kept here and nowhere else. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly users: UserRepository,
    private readonly access: AccessService,
  ) {}

  /** An id of nobody, or of another subdistrict, has no line. @throws ProblemError roleNotAllowed */
  async of(actor: Actor, ids: readonly string[]): Promise<Answer> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'user.readName', { subdistrictId, subdistrictWide: true });
    const accounts = await this.users.findByIds(subdistrictId, ids);
    return {
      items: accounts.map(({ id, name, posts }) => ({
        ...{ id, name },
        roles: [...new Set(posts.map(({ role }) => role))] as Colleague['roles'],
      })),
    };
  }
}
