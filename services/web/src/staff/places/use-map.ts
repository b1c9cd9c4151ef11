import type { Communities, Estates } from '@hsl/contracts/schemas/whistle-answers';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../sign-in/session.js';

const HOUR_MS = 3_600_000;

export type Community = z.output<typeof Communities>['items'][number];
export type Estate = z.output<typeof Estates>['items'][number];

/** All communities of the subdistrict; the service bounds them. */
export const useCommunityList = () =>
  useQuery({
    queryKey: ['communities'],
    staleTime: HOUR_MS,
    queryFn: async () => (await ask<{ items: Community[] }>('/api/communities')).items,
  });

/** All estates of the subdistrict; the service bounds them. */
export const useEstateList = () =>
  useQuery({
    queryKey: ['estates'],
    staleTime: HOUR_MS,
    queryFn: async () => (await ask<{ items: Estate[] }>('/api/estates')).items,
  });
