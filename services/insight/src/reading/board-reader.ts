import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import { capacityOf } from '@hsl/contracts/roles';
import { Injectable } from '@nestjs/common';
import { readingScopeOf, type ReadingScope } from './reading-scope.js';

/** Who may read the board, and how much of it. The list behind a figure has the scope of the figure. */
@Injectable()
export class BoardReader {
  constructor(private readonly access: AccessService) {}

  /** @throws ProblemError roleNotAllowed for a role that has no board */
  scopeOf(actor: Actor): ReadingScope {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'board.read', { subdistrictId, subdistrictWide: true });
    return readingScopeOf(subdistrictId, this.access.scopes(actor, 'board.read'));
  }

  /**
   * What of that the caller takes part in, in one capacity: what the department leads or supports, what the member
   * checked in on, the communities' own, what is of the office. Nothing in a capacity that the caller does not hold.
   * @throws ProblemError as scopeOf
   */
  scopeAs(actor: Actor, capacity: string): ReadingScope {
    const { subdistrictId } = this.scopeOf(actor);
    const posts = actor.posts.filter((post) => capacityOf(post) === capacity);
    if (posts.length === 0) return readingScopeOf(subdistrictId, []);
    const scope = readingScopeOf(subdistrictId, this.access.scopes({ ...actor, posts }, 'board.read'));
    return { ...scope, memberId: posts[0]?.memberId };
  }
}
