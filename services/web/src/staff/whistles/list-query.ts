import { GRADES } from '@hsl/contracts/grades';
import { WHISTLE_STATES } from '@hsl/contracts/states';

/** What the list may be cut down to, as it stands in the address: the vocabulary of the live list and of the board. */
const FILTERS = [
  ...['open', 'state', 'community', 'department', 'grade', 'waitingFor', 'step', 'overdue', 'card', 'cardOn'],
  ...['view'],
] as const;
export type ListQuery = Partial<Record<string, string>>;

const CODES: Partial<Record<string, readonly string[]>> = {
  ...{ state: WHISTLE_STATES, grade: GRADES, open: ['true', 'false'], overdue: ['true', 'false'] },
  card: ['yellow', 'red'],
  view: ['stuck'],
};

/** Only what is understood is kept: an address somebody typed by hand never breaks the page. */
export function listQueryOf(search: Record<string, unknown>): ListQuery {
  const known = FILTERS.flatMap((name) => {
    const given = search[name];
    const value = typeof given === 'string' ? given : '';
    const isGood = value !== '' && value.length <= 40 && (CODES[name]?.includes(value) ?? true);
    return isGood ? [[name, value] as const] : [];
  });
  const query = Object.fromEntries(known);
  return 'cardOn' in query && !('card' in query) ? { ...query, card: 'yellow' } : query;
}

/** What the service is asked: how the list is looked at is the page's own; what is stuck is open. */
export function askedFilters({ view, ...filters }: ListQuery): ListQuery {
  return view === 'stuck' ? { open: 'true', ...filters } : filters;
}

/** Who has waited longest comes first; what waits for nobody is last. */
export const longestFirst = <M extends { since?: string }>(matters: readonly M[]): M[] =>
  matters.toSorted((a, b) => (a.since ?? '9').localeCompare(b.since ?? '9'));
