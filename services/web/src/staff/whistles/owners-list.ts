import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import type { WhistleItem, WhistlePage } from '@hsl/contracts/schemas/whistle-answers';
import { isWhistleOpen } from '@hsl/contracts/states';
import type { z } from 'zod';

type Item = z.output<typeof WhistleItem>;
export type OwnersPage = z.output<typeof WhistlePage>;
type Filters = Readonly<Record<string, string | undefined>>;

/** What the owner's list is cut by itself; by these other words of the live list it is cut here. */
const ITS_OWN = ['open', 'state', 'community', 'grade', 'overdue'];
const CUT_HERE = ['waitingFor', 'step', 'department'];

const PAGE_SIZE = 100;
/** Enough for what a subdistrict has open; more would make a service carry the load of two. */
const MOST_PAGES = 5;
const NOBODY = 'nobody';

/** What the owner is asked for in place of the live list; undefined where it cannot know, as of cards. */
export function ownersQuery(filters: Filters): URLSearchParams | undefined {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (given.some(([name]) => !ITS_OWN.includes(name) && !CUT_HERE.includes(name))) return undefined;
  const isWaiting = filters['waitingFor'] !== undefined || filters['step'] !== undefined;
  const query = new URLSearchParams(given.filter(([name]) => ITS_OWN.includes(name)));
  // Only what is open waits for a step; without this all that ever was would be looked through.
  if (isWaiting && !query.has('state')) query.set('open', 'true');
  query.set('limit', String(PAGE_SIZE));
  return query;
}

/** The owner's matters as the live list has them, cut alike, least time left first; of cards nothing is known. */
export function likeTheLiveList(items: readonly Item[], filters: Filters): LiveMatter[] {
  return items
    .filter((item) => isMeant(item, filters))
    .map(matterOf)
    .toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.number.localeCompare(b.number));
}

function isMeant({ waitingFor, departmentIds }: Item, { waitingFor: whom, step, department }: Filters): boolean {
  if (department !== undefined && !departmentIds.includes(department)) return false;
  if (whom === NOBODY) return waitingFor.length === 0;
  if (whom === undefined && step === undefined) return true;
  return waitingFor.some((one) => (whom ?? one.id) === one.id && (step ?? one.step) === one.step);
}

function matterOf({
  id,
  number,
  version,
  communityId,
  categoryCode,
  state,
  kind,
  grade,
  level,
  ...item
}: Item): LiveMatter {
  const { topicId, leadDepartmentId, departmentIds, waitingFor, since, dueAt, overdue, nextRung } = item;
  return {
    ...{
      id,
      number,
      version,
      communityId,
      categoryCode,
      state,
      kind,
      grade,
      level,
      topicId,
      leadDepartmentId,
      departmentIds,
    },
    ...{ waitingFor, since, dueAt, overdue, nextRung, reworkCount: item.reworkCount, blownAt: item.blownAt },
    ...{ open: isWhistleOpen(state), cards: { yellow: 0, red: 0 }, updatedAt: since ?? item.blownAt },
  };
}

/**
 * Everything the owner's list has for the query, page by page.
 * @returns isCut if there is more than is looked through
 */
export async function allOfOwner(
  query: URLSearchParams,
  askPage: (path: string) => Promise<OwnersPage>,
): Promise<{ items: Item[]; isCut: boolean; serverNow?: string }> {
  const items: Item[] = [];
  let answer: OwnersPage | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    answer = await askPage(`/api/whistles?${query.toString()}`);
    items.push(...answer.items);
    if (answer.nextCursor === undefined) return { items, isCut: false, serverNow: answer.serverNow };
    query.set('cursor', answer.nextCursor);
  }
  return { items, isCut: true, serverNow: answer?.serverNow };
}
