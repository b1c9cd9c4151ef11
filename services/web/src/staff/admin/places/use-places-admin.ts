import type { CreateQrPoint, QrPoint } from '@hsl/contracts/schemas/qr-points';
import type { ChangeRoom, ChangeVenue, CreateRoom, CreateVenue, VenueDetails } from '@hsl/contracts/schemas/venues';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDraft } from '../../../drafts/use-draft.js';
import { ask } from '../../sign-in/session.js';
import { useMe } from '../../sign-in/use-me.js';
import { useSending } from '../../use-sending.js';

/** Sends something about places and reads their lists again. */
function useDoing<Sent>(send: (sent: Sent) => Promise<unknown>, onDone?: () => void) {
  const queries = useQueryClient();
  return useSending<Sent>({
    mutationFn: send,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['admin'] });
      onDone?.();
    },
  });
}

/** A thing that is made once, however often no answer comes. */
function useMaking<Body extends object>(name: string, path: string, onDone: () => void) {
  const draft = useDraft(`${useMe()?.userId}.${name}`);
  return useDoing((body: Body) => draft.sendOnce((headers) => ask(path, { method: 'POST', body, headers })), onDone);
}

export const useVenue = (id: string) =>
  useQuery({
    queryKey: ['admin', 'venue', id],
    queryFn: () => ask<VenueDetails>(`/api/venues/${encodeURIComponent(id)}`),
  });

export const useMakingVenue = (onDone: () => void) => useMaking<CreateVenue>('venue', '/api/venues', onDone);

export const useMakingRoom = (venueId: string, onDone: () => void) =>
  useMaking<CreateRoom>(`room.${venueId}`, `/api/venues/${encodeURIComponent(venueId)}/rooms`, onDone);

/** What was changed meanwhile is refused: the version that was read goes with the change. */
const patch = (path: string, version: number, body: object) =>
  ask(path, { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } });

export const useChangingVenue = () =>
  useDoing(({ id, version, ...body }: ChangeVenue & { id: string; version: number }) =>
    patch(`/api/venues/${id}`, version, body),
  );

export const useChangingRoom = () =>
  useDoing(({ id, version, ...body }: ChangeRoom & { id: string; version: number }) =>
    patch(`/api/rooms/${id}`, version, body),
  );

export const useMakingPoint = (onDone: () => void) =>
  useDoing((body: CreateQrPoint) => ask<QrPoint>('/api/qr-points', { method: 'POST', body }), onDone);

/** `reissue` makes the printed code worthless and another one good; `revocation` ends the point. */
export const useEndingCode = () =>
  useDoing(({ id, what }: { id: string; what: 'reissue' | 'revocation' }) =>
    ask(`/api/qr-points/${encodeURIComponent(id)}/${what}`, { method: 'POST', body: {} }),
  );
