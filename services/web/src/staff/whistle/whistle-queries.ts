import type { WhistleTimeline } from '@hsl/contracts/schemas/whistle-answers';
import type { WhistleAnswer } from '@hsl/contracts/schemas/whistle-view';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

export type Whistle = z.output<typeof WhistleAnswer>;
export type Timeline = z.output<typeof WhistleTimeline>;

/** What no notice tells the reader is seen this much later, of the matter and of its units' tasks. */
export const ASK_AGAIN_MS = 10_000;

/** One matter, by its number or id. */
export function useWhistle(number: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['whistle', number, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async () => {
      const whistle = await ask<Whistle>(`/api/whistles/${encodeURIComponent(number)}`);
      if (whistle.serverNow) setServerNow(whistle.serverNow);
      return whistle;
    },
  });
}

/** Whether the reader may see something of the matter that is asked for apart from it. */
export const mayRead = ({ actions }: Pick<Whistle, 'actions'>, right: `whistle.${string}`): boolean =>
  actions.some(({ name, allowed }) => name === right && allowed);

export function useTimeline(whistle: Pick<Whistle, 'id' | 'version' | 'actions'>) {
  const { id, version } = whistle;
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['timeline', id, version, i18n.language],
    enabled: mayRead(whistle, 'whistle.readTimeline'),
    queryFn: () => wholeTimeline(id),
    placeholderData: (before) => before,
  });
}

/** More than ever happened to one matter. */
const MOST_PAGES = 20;

/** Page by page: the newest line is on the last, and stations point at lines of all. */
async function wholeTimeline(id: string): Promise<Pick<Timeline, 'items'>> {
  const items: Timeline['items'] = [];
  let query = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items: more, nextCursor } = await ask<Timeline>(`/api/whistles/${id}/timeline${query}`);
    items.push(...more);
    if (nextCursor === undefined) break;
    query = `?cursor=${encodeURIComponent(nextCursor)}`;
  }
  return { items };
}
