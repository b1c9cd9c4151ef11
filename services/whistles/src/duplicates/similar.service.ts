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
import { SimilarRepository, type ComparedRow } from './similar.repository.js';

const ACTION = 'whistle.findDuplicates';

/** Suggests whistles that may be the same matter, or one that was concluded and is back (domain 4.5); decides nothing. */
@Injectable()
export class SimilarService {
  constructor(
    private readonly reader: WhistleReader,
    private readonly repository: SimilarRepository,
    private readonly access: AccessService,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, also for a whistle the caller may not know of */
  async toWhistle(actor: Actor, idOrNumber: string): Promise<SimilarWhistles> {
    const { row } = await this.reader.get(actor, idOrNumber, ACTION);
    const linked = [row.id, row.masterId, row.reboundOf, row.repeatOf].filter((id) => id !== null);
    const { categoryCode, communityId, facts } = row;
    const where = { estateId: row.estateId ?? undefined, place: row.place ?? undefined };
    return this.suggest(actor, { categoryCode, communityId, facts, ...where, blownAt: row.blownAt.getTime() }, linked);
  }

  /** @throws ProblemError notFound for a community that is not the caller's; unknownCategory, unknownEstate, … */
  async toDraft(actor: Actor, draft: FindSimilar): Promise<SimilarWhistles> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, ACTION, { subdistrictId, communityId: draft.communityId });
    checkNames({ ...draft, wantedDepartmentIds: [] }, await this.book.of(subdistrictId));
    return this.suggest(actor, { ...draft, blownAt: this.clock.now() }, []);
  }

  private async suggest(actor: Actor, report: MatterWords, exceptIds: string[]): Promise<SimilarWhistles> {
    const { subdistrictId } = actor;
    const rule = new SuggestionRule(report);
    const rows = await this.repository.candidates(
      { subdistrictId, communityIds: this.knownCommunities(actor), exceptIds },
      report,
    );
    const items = rows
      .flatMap((row) => {
        const suggestion = rule.of(matterOf(row));
        return suggestion ? [shown(row, suggestion)] : [];
      })
      .toSorted((a, b) => b.score - a.score || b.blownAt.localeCompare(a.blownAt))
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

const matterOf = (row: ComparedRow) => ({
  ...{ categoryCode: row.category_code, communityId: row.community_id, state: row.state, facts: row.facts },
  ...{ estateId: row.estate_id ?? undefined, place: row.place ?? undefined, blownAt: row.blown_at.getTime() },
  concludedAt: row.concluded_at?.getTime(),
});

/** Two decimals: more would pretend to know better. */
const rounded = (score: number): number => Math.floor(score * 100) / 100;

const shown = (row: ComparedRow, { kind, score, reasons }: Suggestion): SimilarWhistle => ({
  ...{ id: row.id, number: row.number, kind, score: rounded(score), reasons, state: row.state, grade: row.grade },
  ...{ categoryCode: row.category_code, communityId: row.community_id, facts: row.facts },
  ...{ estateId: row.estate_id ?? undefined, place: row.place ?? undefined },
  ...{ blownAt: row.blown_at.toISOString(), dueAt: row.due_at?.toISOString() },
  concludedAt: row.concluded_at?.toISOString(),
});
