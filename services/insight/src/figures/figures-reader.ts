import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { readingScopeOf } from '../reading/reading-scope.js';
import type { FactFilter } from './fact-filter.js';

/** Who may read figures, and of what: leadership of all, a department and a community of themselves. */
@Injectable()
export class FiguresReader {
  constructor(private readonly access: AccessService) {}

  /**
   * What was asked for, as far as the caller may read it; who asks for nothing gets what is theirs.
   * @throws ProblemError roleNotAllowed for a role without figures, or for what is others'
   */
  narrowed(actor: Actor, asked: FactFilter): FactFilter {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'indicator.read', { subdistrictId, subdistrictWide: true });
    const scope = readingScopeOf(subdistrictId, this.access.scopes(actor, 'indicator.read'));
    if (scope.whole) return asked;
    const ways = [
      { dimension: 'department', ids: scope.departmentIds },
      { dimension: 'community', ids: scope.communityIds },
    ] as const;
    const own = ways.filter(({ ids }) => ids.length > 0);
    const named = own.find(({ dimension, ids }) => asked[dimension]?.every((id) => ids.includes(id)));
    if (named) return asked;
    const first = own.find(({ dimension }) => asked[dimension] === undefined);
    if (!first) throw new ProblemError('roleNotAllowed');
    return { ...asked, [first.dimension]: first.ids };
  }
}
