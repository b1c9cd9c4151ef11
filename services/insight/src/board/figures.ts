import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import type { Instant } from '@hsl/contracts/instants';
import type { Board, CardFigure, Figure } from '@hsl/contracts/schemas/insight';
import { isWhistleOpen, WHISTLE_STATES } from '@hsl/contracts/states';
import { NOBODY, type LiveFilter } from '../reading/live-filter.js';
import type { Counts } from './counts.js';

type Figures = Pick<Board, 'open' | 'overdue' | 'unowned' | 'lookBacksDue' | 'byState' | 'cards'>;
type DepartmentFigures = Pick<Board['byDepartment'][number], 'open' | 'overdue' | 'yellow' | 'red'>;
type CommunityFigures = Pick<Board['byCommunity'][number], 'open' | 'overdue'>;

/** A number and the filter of the live list that shows exactly what it counts. */
const figure = (n: number, filter: LiveFilter): Figure => ({ n, query: new URLSearchParams({ ...filter }).toString() });

const OPEN = { open: 'true' } as const;
const OVERDUE = { open: 'true', overdue: 'true' } as const;

export function figuresOf(counts: Counts, now: Instant): Figures {
  return {
    open: figure(counts.sum('open'), OPEN),
    overdue: figure(counts.sum('overdue'), OVERDUE),
    unowned: figure(counts.sum('unowned'), { ...OPEN, waitingFor: NOBODY }),
    lookBacksDue: figure(counts.sum('lookBacksDue'), { step: 'lookBack' }),
    byState: WHISTLE_STATES.filter(isWhistleOpen).map((state) => ({
      state,
      ...figure(counts.sum('open', { key: state }), { state }),
    })),
    cards: { yellow: cardsOf(counts, 'yellow', now), red: cardsOf(counts, 'red', now) },
  };
}

function cardsOf(counts: Counts, card: 'yellow' | 'red', now: Instant): Board['cards']['yellow'] {
  const key = `${card}Card`;
  const cardOn = dateOf(dayOf(now));
  return {
    today: {
      ...figure(counts.sum('cardedToday', { key }), { card, cardOn }),
      cards: counts.sum('cardsToday', { key }),
    },
    total: cardFigure(counts, card, ''),
  };
}

function cardFigure(counts: Counts, card: 'yellow' | 'red', place: string): CardFigure {
  const where = { place, key: `${card}Card` };
  const filter = place === '' ? { card } : { card, department: place };
  return { ...figure(counts.sum('carded', where), filter), cards: counts.sum('cards', where) };
}

export const departmentFigures = (counts: Counts, departmentId: string): DepartmentFigures => ({
  open: figure(counts.sum('openTasks', { place: departmentId }), { ...OPEN, waitingFor: departmentId }),
  overdue: figure(counts.sum('overdueTasks', { place: departmentId }), { ...OVERDUE, waitingFor: departmentId }),
  yellow: cardFigure(counts, 'yellow', departmentId),
  red: cardFigure(counts, 'red', departmentId),
});

export const communityFigures = (counts: Counts, communityId: string): CommunityFigures => ({
  open: figure(counts.sum('open', { place: communityId }), { ...OPEN, community: communityId }),
  overdue: figure(counts.sum('overdue', { place: communityId }), { ...OVERDUE, community: communityId }),
});
