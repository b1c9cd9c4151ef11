import type { Session } from '@hsl/contracts/schemas/sessions';
import type { Sitting } from '@hsl/contracts/schemas/sittings';
import type { SessionLinks, SittingMotions, SittingOpinions } from '@hsl/contracts/schemas/sitting-voices';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

/** Seats, opinions and votes are told by no notice: while people sit together the page asks often. */
const ASK_AGAIN_MS = 4_000;

const pathOf = (id: string): string => `/api/deliberations/${encodeURIComponent(id)}`;

export function useSession(id: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['session', id, i18n.language],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async () => {
      const session = await ask<Session>(pathOf(id));
      if (session.serverNow) setServerNow(session.serverNow);
      return session;
    },
  });
}

/** The current sitting, once it is planned. */
export const useSitting = ({ id, round, sittings }: Session) =>
  useQuery({
    queryKey: ['session', id, 'sitting', round],
    refetchInterval: ASK_AGAIN_MS,
    enabled: sittings.some((sitting) => sitting.round === round),
    queryFn: () => ask<Sitting>(`${pathOf(id)}/sitting`),
  });

export const useOpinions = (id: string) =>
  useQuery({
    queryKey: ['session', id, 'opinions'],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<SittingOpinions>(`${pathOf(id)}/opinions`),
  });

export const useMotions = (id: string) =>
  useQuery({
    queryKey: ['session', id, 'motions'],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<SittingMotions>(`${pathOf(id)}/motions`),
  });

export const useOutcomeLinks = (id: string) =>
  useQuery({ queryKey: ['session', id, 'links'], queryFn: () => ask<SessionLinks>(`${pathOf(id)}/links`) });
