/** One number of the board, as the counting statements give it. */
export interface Count {
  figure: CountedFigure;
  /** Community or department; empty where the number is of no single one. */
  place: string;
  /** State or kind of card. */
  key: string;
  n: number;
}

export type CountedFigure =
  | 'open'
  | 'openTasks'
  | 'carded'
  | 'cards'
  | 'overdue'
  | 'overdueTasks'
  | 'unowned'
  | 'lookBacksDue'
  | 'cardedToday'
  | 'cardsToday';

/** The numbers of one board, looked up by what they count. */
export class Counts {
  constructor(private readonly counts: readonly Count[]) {}

  /** Sum over all numbers of the figure that fit; 0 if none does. */
  sum(figure: CountedFigure, where: { place?: string; key?: string } = {}): number {
    return this.counts
      .filter(
        (count) =>
          count.figure === figure &&
          (where.place === undefined || count.place === where.place) &&
          (where.key === undefined || count.key === where.key),
      )
      .reduce((total, { n }) => total + n, 0);
  }

  /** Places that have a number other than 0 in one of the figures. */
  placesIn(figures: readonly CountedFigure[]): string[] {
    const found = this.counts.filter(({ figure, place, n }) => figures.includes(figure) && place !== '' && n !== 0);
    return [...new Set(found.map(({ place }) => place))];
  }
}
