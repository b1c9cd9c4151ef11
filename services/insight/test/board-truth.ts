import { derive, type DerivedMatter } from '../src/projection/derive.js';
import { evolve } from '../src/projection/evolve.js';
import { EMPTY_FILE } from '../src/projection/matter-file.js';
import type { MatterEvent } from '../src/projection/whistle-events.js';

/** What the board must say, counted without a database: each matter folded in the order in which it happened. */
export class BoardTruth {
  private readonly matters: DerivedMatter[];

  constructor(
    histories: readonly (readonly MatterEvent[])[],
    private readonly now: number,
  ) {
    this.matters = histories.map((events) => derive(events.reduce(evolve, EMPTY_FILE))!);
  }

  within(isSeen: (matter: DerivedMatter) => boolean): BoardTruth {
    const part = new BoardTruth([], this.now);
    part.matters.push(...this.matters.filter(isSeen));
    return part;
  }

  get all(): readonly DerivedMatter[] {
    return this.matters;
  }

  get open(): DerivedMatter[] {
    return this.matters.filter(({ isOpen }) => isOpen);
  }

  get overdue(): DerivedMatter[] {
    return this.open.filter(({ dueAt }) => dueAt !== undefined && dueAt < this.now);
  }

  waitingFor(departmentId: string): DerivedMatter[] {
    return this.open.filter(({ waitingFor }) => waitingFor.some(({ id }) => id === departmentId));
  }

  overdueAt(departmentId: string): DerivedMatter[] {
    const isLate = (dueAt: number | undefined): boolean => dueAt !== undefined && dueAt < this.now;
    return this.open.filter(({ waitingFor }) =>
      waitingFor.some(({ id, dueAt }) => id === departmentId && isLate(dueAt)),
    );
  }

  /** Numbers of matters with a card, and of the cards. */
  cards(kind: 'yellowCard' | 'redCard', departmentId?: string): { n: number; cards: number } {
    const counts = this.matters.map(
      ({ cards }) =>
        cards.filter((card) => card.kind === kind && (departmentId === undefined || card.departmentId === departmentId))
          .length,
    );
    return { n: counts.filter((count) => count > 0).length, cards: counts.reduce((sum, count) => sum + count, 0) };
  }
}
