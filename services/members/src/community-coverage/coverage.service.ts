import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { CoverageReport } from '@hsl/contracts/schemas/areas';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { missingOf } from './coverage-rule.js';
import { CoverageRepository, type CoverageRow } from './coverage.repository.js';

/** 1+2+N (S27): how every community stands, and the alert when one falls short. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly access: AccessService,
    private readonly coverage: CoverageRepository,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** The communities within the caller's reach. @throws ProblemError roleNotAllowed */
  async report(actor: Actor): Promise<CoverageReport> {
    // Nothing is released to the district yet: whoever reads only what is released reads nothing.
    const scopes = this.access.scopes(actor, 'coverage.read').filter(({ views }) => !views.includes('released'));
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const rows = await this.coverage.list(actor.subdistrictId, scopes, this.today());
    const items = rows.map(viewOf);
    return { items, covered: items.filter(({ isCovered }) => isCovered).length, total: items.length };
  }

  /** Compares with what was told last; asking twice tells once. @returns how many alerts were raised or cleared */
  async check(subdistrictId: string): Promise<number> {
    const changed = await this.coverage.keep(subdistrictId, this.clock.now(), this.today());
    if (changed > 0) this.relay.kick();
    return changed;
  }

  private today(): string {
    return dateOf(dayOf(this.clock.now()));
  }
}

function viewOf({ members, domains, breachedSince, ...place }: CoverageRow): CoverageReport['items'][number] {
  const missing = missingOf({ members: members.length, groups: domains.length });
  const since = breachedSince === null ? {} : { breachedSince: breachedSince.toISOString() };
  return { ...place, members, domains, isCovered: missing.length === 0, missing, ...since };
}
