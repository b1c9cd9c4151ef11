import type { TFunction } from 'i18next';
import { instantText } from '../../time/instant-text.js';
import type { Whistle } from '../whistle/whistle-queries.js';

/** Words for what a whistle names by its id. */
export interface Named {
  category: (code: string) => string;
  community: (id: string) => string;
  estate: (id: string) => string;
  department: (id: string) => string;
}

interface Row {
  name: string;
  /** As people read it; empty where there is nothing. */
  of: (whistle: Whistle) => string;
}

export interface ComparedRow {
  name: string;
  one: string;
  other: string;
  isDifferent: boolean;
}

/** What is laid side by side, in the order of reading. @param language of the reader */
export function comparedRows(
  ...[one, other, named, t, language]: [Whistle, Whistle, Named, TFunction, string]
): ComparedRow[] {
  const at = (iso: string | undefined): string =>
    iso === undefined ? '' : instantText(Date.parse(iso), Date.now(), language);
  const rows: readonly Row[] = [
    { name: 'state', of: ({ state }) => t(`state.${state}`) },
    { name: 'grade', of: ({ grade }) => t(`grade.${grade}`) },
    { name: 'level', of: ({ level }) => t(`level.${level}`) },
    { name: 'category', of: ({ categoryCode }) => named.category(categoryCode) },
    { name: 'community', of: ({ communityId }) => named.community(communityId) },
    { name: 'estate', of: ({ estateId }) => (estateId === undefined ? '' : named.estate(estateId)) },
    { name: 'place', of: ({ place }) => place ?? '' },
    { name: 'facts', of: ({ facts }) => facts },
    { name: 'households', of: ({ households }) => String(households ?? '') },
    { name: 'blownAt', of: ({ blownAt }) => at(blownAt) },
    { name: 'dueAt', of: ({ dueAt }) => at(dueAt) },
    { name: 'departments', of: ({ departmentIds }) => departmentIds.map(named.department).join(' · ') },
    { name: 'reporters', of: ({ reporters }) => String(reporters?.length ?? '') },
  ];
  return rows
    .map(({ name, of }) => ({ name, one: of(one), other: of(other), isDifferent: of(one) !== of(other) }))
    .filter((row) => row.one !== '' || row.other !== '');
}
