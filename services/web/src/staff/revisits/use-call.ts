import type { RevisitCalls } from '@hsl/contracts/schemas/follow-ups';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';

const KEY = ['revisit-calls'];
/** No event tells that somebody has begun to call. */
const ASK_AGAIN_MS = 5_000;

/** Calls that are going on, for those who call. */
export function useCalls() {
  const mayCall = useHasRole('liaisonOfficer', 'communityWorker');
  return useQuery({
    queryKey: KEY,
    enabled: mayCall,
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async () => (await ask<RevisitCalls>('/api/whistles/revisit-calls')).items,
  });
}

/** What is asked about one matter is asked in its order: a sheet that is left and opened again stays taken. */
let line: Promise<unknown> = Promise.resolve();
const inLine = (asking: () => Promise<unknown>): Promise<unknown> => (line = line.then(asking, asking));

/**
 * Calling the residents of one matter: taken when its sheet is opened and nobody else has it, given back when it is left.
 * @param isWanted whether the reader may call at all
 */
export function useCall(whistleId: string, isWanted: boolean) {
  const queries = useQueryClient();
  const { data } = useCalls();
  const [failure, setFailure] = useState<Error>();
  const call = data?.find((one) => one.whistleId === whistleId);
  const isFree = data !== undefined && (call === undefined || call.mine);
  const send = useCallback(
    (method: 'PUT' | 'DELETE', keepalive = false): void => {
      const asking = async (): Promise<void> => {
        try {
          await ask(`/api/whistles/${whistleId}/revisit-call`, { method, keepalive });
          setFailure(undefined);
        } catch (error) {
          // Somebody was faster: the list says who. What is not given back runs out by itself.
          if (method === 'PUT') setFailure(error instanceof Error ? error : new Error(String(error)));
          else console.info('a call was not given back', error);
        }
        await queries.invalidateQueries({ queryKey: KEY });
      };
      void inLine(asking);
    },
    [whistleId, queries],
  );
  useEffect(() => {
    if (!isWanted || !isFree) return undefined;
    const leave = (): void => send('DELETE', true);
    send('PUT');
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      send('DELETE');
    };
  }, [isWanted, isFree, send]);
  return { call, isKnown: data !== undefined, failure, take: () => send('PUT'), end: () => send('DELETE') };
}
