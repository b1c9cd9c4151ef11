import type { CategoryTree } from '@hsl/contracts/schemas/topics';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';

interface Choice {
  value: string;
  label: string;
}

const HOUR_MS = 3_600_000;

function useChoices<Answer>(path: string, toChoices: (answer: Answer) => Choice[], enabled = true): Choice[] {
  const queryFn = async () => toChoices(await ask<Answer>(path));
  return useQuery({ queryKey: ['choices', path], queryFn, staleTime: HOUR_MS, enabled }).data ?? [];
}

type Places = { items: { id: string; name: string }[] };
const placeChoices = ({ items }: Places): Choice[] => items.map(({ id, name }) => ({ value: id, label: name }));

export const useCategories = (): Choice[] =>
  useChoices<CategoryTree>('/api/categories', ({ items }) =>
    items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  );
export const useCommunities = (): Choice[] => useChoices<Places>('/api/communities', placeChoices);
export const useEstates = (communityId: string | undefined): Choice[] =>
  useChoices<Places>(`/api/estates?community=${communityId}`, placeChoices, communityId !== undefined);
