import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { ChangeNoticeSettings, NoticeSettings } from '@hsl/contracts/schemas/notice-settings';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';

const KEY = ['notice-settings'];
const PATH = '/api/notice-settings';

export const useSettings = () =>
  useQuery({ queryKey: KEY, queryFn: () => ask<NoticeSettings>(PATH), refetchOnWindowFocus: false });

/** Whatever is sent is answered by the settings as they are then. */
function useChange<Sent>(send: (sent: Sent) => Promise<NoticeSettings>, onDone?: () => void) {
  const queries = useQueryClient();
  return useSending<Sent>({
    mutationFn: async (sent) => queries.setQueryData(KEY, await send(sent)),
    onSuccess: onDone,
  });
}

export const useSaving = (version: number, onDone: () => void) =>
  useChange(
    (body: ChangeNoticeSettings) =>
      ask<NoticeSettings>(PATH, { method: 'PUT', body, headers: { 'if-match': `"${version}"` } }),
    onDone,
  );

const addressOf = (channel: NoticeChannel): string => `${PATH}/addresses/${channel}`;

export const useAddressing = (channel: NoticeChannel) =>
  useChange((address: string) => ask<NoticeSettings>(addressOf(channel), { method: 'PUT', body: { address } }));

export const useConfirming = (channel: NoticeChannel) =>
  useChange((code: string) =>
    ask<NoticeSettings>(`${addressOf(channel)}/confirmation`, { method: 'POST', body: { code } }),
  );

export const useForgetting = (channel: NoticeChannel) =>
  useChange((_nothing: undefined) => ask<NoticeSettings>(addressOf(channel), { method: 'DELETE' }));
