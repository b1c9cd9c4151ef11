import type { Actor } from '@hsl/access/actor';
import type { Grade } from '@hsl/contracts/grades';
import { toIso } from '@hsl/contracts/instants';
import type { WhistleComparison } from '@hsl/contracts/schemas/duplicates';
import type { WhistleState } from '@hsl/contracts/states';
import type { Deadline } from '@hsl/contracts/steps';
import { SuggestionRule, similarityOfMatters, type MatterWords } from '@hsl/domain/duplicate-suggestion';
import { mergeEffect, type Mergeable } from '@hsl/domain/merge-effect';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { WhistleReader } from '../matter/whistle-reader.js';
import type { WhistleRow } from '../matter/whistle.repository.js';
import { TermsService } from '../rules/terms.service.js';
import { DistinctionsRepository } from './distinctions.repository.js';

/** Two whistles side by side (domain 4.5 duplicate): how alike they are, what a merge would do, and “not the same”. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly reader: WhistleReader,
    private readonly distinctions: DistinctionsRepository,
    private readonly terms: TermsService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, also for one that the caller may not know of; isMaster for one and the same */
  async compare(actor: Actor, id: string, otherId: string): Promise<WhistleComparison> {
    const [one, other] = await this.both(actor, 'whistle.findDuplicates', id, otherId);
    const { subdistrictId, ruleSetVersion } = one;
    const { thresholds } = await this.terms.contentOf(subdistrictId, ruleSetVersion);
    const suggestion = new SuggestionRule(wordsOf(one), thresholds.repeatDays).of({
      ...wordsOf(other),
      state: other.state as WhistleState,
      concludedAt: other.concludedAt?.getTime(),
    });
    const said = await this.distinctions.find(subdistrictId, [one.id, other.id]);
    return {
      score: rounded(similarityOfMatters(wordsOf(one), wordsOf(other))),
      reasons: suggestion?.reasons ?? [],
      merged: await this.effect(one, other),
      ...(said === null ? {} : { distinct: { saidBy: said.saidBy, saidAt: said.saidAt.toISOString() } }),
    };
  }

  /**
   * From then on neither is suggested for the other; saying it twice changes nothing. Who may say how two matters hang
   * together may say that they do not. @throws as `compare` does; wrongState once the first has ended
   */
  async distinguish(actor: Actor, id: string, otherId: string): Promise<WhistleComparison> {
    const [one, other] = await this.both(actor, 'whistle.linkRepeat', id, otherId);
    const now = new Date(this.clock.now());
    await this.distinctions.put(one.subdistrictId, [one.id, other.id], actor.userId, now);
    return this.compare(actor, one.id, other.id);
  }

  private async both(actor: Actor, action: string, ...ids: [string, string]): Promise<[WhistleRow, WhistleRow]> {
    const { row: one } = await this.reader.get(actor, ids[0], action);
    const { row: other } = await this.reader.get(actor, ids[1], 'whistle.findDuplicates');
    if (one.id === other.id) throw new ProblemError('isMaster', { state: one.state });
    return [one, other];
  }

  private async effect(absorbed: WhistleRow, master: WhistleRow): Promise<WhistleComparison['merged']> {
    const kept = mergeableOf(master);
    const from = kept.feedback?.startedAt ?? this.clock.now();
    const { subdistrictId, ruleSetVersion } = absorbed;
    const terms = await this.terms.termsOf(subdistrictId, absorbed.grade as Grade, ruleSetVersion, from);
    const { dueAt, ...effect } = mergeEffect(kept, mergeableOf(absorbed), terms);
    return { ...effect, ...(dueAt === undefined ? {} : { dueAt: toIso(dueAt) }) };
  }
}

/** Two decimals: more would pretend to know better. */
const rounded = (score: number): number => Math.floor(score * 100) / 100;

const wordsOf = (row: WhistleRow): MatterWords => ({
  ...{ categoryCode: row.categoryCode, communityId: row.communityId, facts: row.facts },
  ...{ estateId: row.estateId ?? undefined, place: row.place ?? undefined, blownAt: row.blownAt.getTime() },
});

function mergeableOf({ grade, deadlines, reworkCount, reporterCount }: WhistleRow): Mergeable {
  const owed = (deadlines as unknown as Deadline[]).find(
    ({ step, doneAt }) => step === 'feedback' && doneAt === undefined,
  );
  return {
    ...{ grade: grade as Grade, isRework: reworkCount > 0, reporterCount },
    ...(owed && { feedback: { startedAt: owed.startedAt, dueAt: owed.dueAt } }),
  };
}
