import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
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
}
