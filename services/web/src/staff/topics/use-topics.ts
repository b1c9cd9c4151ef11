import type { TopicHistory } from '@hsl/contracts/schemas/topic-steps';
import type { TopicDetails, TopicPage } from '@hsl/contracts/schemas/topics';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../sign-in/session.js';

const MINUTE_MS = 60_000;
/** The newest; older ones are found by their own page. */
const SHOWN = 100;

/** Titles of topics, by id. */
function useTitles() {
  return useQuery({
    queryKey: ['topics', 'titles'],
    staleTime: MINUTE_MS,
    queryFn: async () => (await ask<TopicPage>(`/api/topics?limit=${SHOWN}`)).items,
  });
}

/** Topics that are not closed, as the options of a choice. */
export const useTopicChoices = (): { value: string; label: string }[] =>
  (useTitles().data ?? [])
    .filter(({ state }) => state !== 'CLOSED')
    .map(({ id, title }) => ({ value: id, label: title }));

/** What a topic is called; undefined as long as it is not known. */
export function useTopicTitle(): (id: string | undefined) => string | undefined {
  const topics = useTitles().data;
  return (id) => topics?.find((topic) => topic.id === id)?.title;
}

const ASK_AGAIN_MS = 10_000;

export function useTopic(id: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['topic', id, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<TopicDetails>(`/api/topics/${encodeURIComponent(id)}`),
  });
}

/** Steps of its life; for who reads it as everybody does there are none. */
export const useTopicHistory = (id: string, version: number) =>
  useQuery({
    queryKey: ['topic', id, 'history', version],
    queryFn: () => ask<TopicHistory>(`/api/topics/${encodeURIComponent(id)}/history`),
    placeholderData: (before) => before,
  });

/** As an entry of its register is answered. */
export interface SolicitationRound {
  id: string;
  state: 'OPEN' | 'CLOSED' | 'SCREENED' | 'PUBLISHED';
  title: string;
  opensOn: string;
  closesOn: string;
}

/** The newest round of asking for topics. */
export const useRound = (enabled: boolean) =>
  useQuery({
    queryKey: ['solicitation-round'],
    enabled,
    staleTime: MINUTE_MS,
    queryFn: async () => {
      const { items } = await ask<{ items: SolicitationRound[] }>('/api/solicitation-rounds?limit=1');
      return items[0] ?? null;
    },
  });
