import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { FindSimilar, SimilarWhistle, SimilarWhistles } from '@hsl/contracts/schemas/duplicates';
import { DUPLICATE_RULES } from '@hsl/domain/duplicate-rules';
import { SuggestionRule, type MatterWords, type Suggestion } from '@hsl/domain/duplicate-suggestion';
import { Clock } from '@hsl/platform/clock';
import { Injectable } from '@nestjs/common';
import { checkNames } from '../intake/named-references.js';
import { WhistleReader } from '../matter/whistle-reader.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { TermsService } from '../rules/terms.service.js';
import { DistinctionsRepository } from './distinctions.repository.js';
import { SimilarRepository, type ComparedRow } from './similar.repository.js';

const ACTION = 'whistle.findDuplicates';

/** Suggests whistles that may be the same matter, or one that was concluded and is back (domain 4.5); decides nothing. */
@Injectable()
export class SimilarService {
  constructor(
    private readonly reader: WhistleReader,
    private readonly repository: SimilarRepository,
    private readonly distinctions: DistinctionsRepository,
    private readonly access: AccessService,
    private readonly book: ReferenceBook,
    private readonly terms: TermsService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, also for a whistle the caller may not know of */
  async toWhistle(actor: Actor, idOrNumber: string): Promise<SimilarWhistles> {
    const { row } = await this.reader.get(actor, idOrNumber, ACTION);
    const distinct = await this.distinctions.distinctFrom(row.subdistrictId, row.id);
    const linked = [row.id, row.masterId, row.reboundOf, row.repeatOf, ...distinct].filter((id) => id !== null);
    const { categoryCode, communityId, facts } = row;
    const where = { estateId: row.estateId ?? undefined, place: row.place ?? undefined };
    const blownAt = row.blownAt.getTime();
    const { subdistrictId, ruleSetVersion } = row;
    const { thresholds } = await this.terms.contentOf(subdistrictId, ruleSetVersion);
    const report = { categoryCode, communityId, facts, ...where, blownAt };
    return this.suggest(actor, report, thresholds.repeatDays, linked);
  }

  /** @throws ProblemError notFound for a community that is not the caller's; unknownCategory, unknownEstate, … */
  async toDraft(actor: Actor, draft: FindSimilar): Promise<SimilarWhistles> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, ACTION, { subdistrictId, communityId: draft.communityId });
    checkNames({ ...draft, wantedDepartmentIds: [] }, await this.book.of(subdistrictId));
    const now = this.clock.now();
    const { ruleSet } = await this.terms.inForce(subdistrictId, now);
    return this.suggest(actor, { ...draft, blownAt: now }, ruleSet.content.thresholds.repeatDays, []);
  }

  private async suggest(
    actor: Actor,
    report: MatterWords,
    repeatDays: number,
    exceptIds: string[],
  ): Promise<SimilarWhistles> {
    const { subdistrictId } = actor;
    const rule = new SuggestionRule(report, repeatDays);
    const rows = await this.repository.candidates(
      { subdistrictId, communityIds: this.knownCommunities(actor), exceptIds },
      report,
      repeatDays,
    );
    const items = rows
      .flatMap((row) => {
        const suggestion = rule.of(matterOf(row));
        return suggestion ? [shown(row, suggestion)] : [];
      })
      .toSorted((a, b) => b.score - a.score || b.blownAt.localeCompare(a.blownAt))
      .filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
      .slice(0, DUPLICATE_RULES.mostSuggestions);
    return { items };
  }

  /** Roles that may look for duplicates may read the same whistles; what another role may read besides is left out. */
  private knownCommunities(actor: Actor): string[] | undefined {
    const scopes = this.access.scopes(actor, ACTION);
    if (scopes.some(({ communityIds }) => communityIds === undefined)) return undefined;
    return [...new Set(scopes.flatMap(({ communityIds = [] }) => communityIds))];
  }
}

const matterOf = ({ compared: row, shown: { state, concluded_at: concludedAt } }: ComparedRow) => ({
  ...{ categoryCode: row.category_code, communityId: row.community_id, state, facts: row.facts },
  ...{ estateId: row.estate_id ?? undefined, place: row.place ?? undefined, blownAt: row.blown_at.getTime() },
  concludedAt: concludedAt?.getTime(),
});

/** Two decimals: more would pretend to know better. */
const rounded = (score: number): number => Math.floor(score * 100) / 100;

const shown = ({ shown: row, compared }: ComparedRow, { kind, score, reasons }: Suggestion): SimilarWhistle => ({
  ...{ id: row.id, number: row.number, kind, score: rounded(score), reasons, state: row.state, grade: row.grade },
  ...{ categoryCode: row.category_code, communityId: row.community_id, facts: row.facts },
  ...{ estateId: row.estate_id ?? undefined, place: row.place ?? undefined },
  ...{ blownAt: row.blown_at.toISOString(), dueAt: row.due_at?.toISOString() },
  concludedAt: row.concluded_at?.toISOString(),
  ...(compared.id === row.id ? {} : { through: { id: compared.id, number: compared.number } }),
});
