import type {
  ChangeWebhook,
  CreateWebhook,
  NewWebhook,
  Webhook,
  WebhookDeliveryPage,
  WebhookEventTypes,
  WebhookPage,
} from '@hsl/contracts/schemas/webhooks';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';

const PATH = '/api/webhooks';
const PAGE_SIZE = 30;
const ASK_AGAIN_MS = 5_000;
const DAY_MS = 86_400_000;

const pathOf = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;
const after = (cursor: string): string => (cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`);

export const useWebhooks = () =>
  useInfiniteQuery({
    queryKey: ['webhooks'],
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: WebhookPage) => nextCursor,
    queryFn: ({ pageParam }) => ask<WebhookPage>(`${PATH}?limit=${PAGE_SIZE}${after(pageParam)}`),
  });

export const useWebhook = (id: string) =>
  useQuery({ queryKey: ['webhook', id], queryFn: () => ask<Webhook>(pathOf(id)) });

/** The log is looked at again and again: no notice tells of it. */
export const useDeliveries = (id: string) =>
  useInfiniteQuery({
    queryKey: ['webhook', id, 'deliveries'],
    refetchInterval: ASK_AGAIN_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: WebhookDeliveryPage) => nextCursor,
    queryFn: ({ pageParam }) =>
      ask<WebhookDeliveryPage>(`${pathOf(id)}/deliveries?limit=${PAGE_SIZE}${after(pageParam)}`),
  });

export const useEventTypes = () =>
  useQuery({
    queryKey: ['webhook-event-types'],
    staleTime: DAY_MS,
    queryFn: () => ask<WebhookEventTypes>(`${PATH}/event-types`),
  });

export function useCreating(onCreated: (made: NewWebhook) => void) {
  const queries = useQueryClient();
  return useSending<CreateWebhook>({
    mutationFn: async (body) => onCreated(await ask<NewWebhook>(PATH, { method: 'POST', body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

interface Done {
  /** The new secret, the one time it is seen. */
  onRenewed: (secret: string) => void;
  onRemoved: () => void;
}

/** What is done to one receiver; everything about it is asked for again. */
export function useManaging(id: string, { onRenewed, onRemoved }: Done) {
  const queries = useQueryClient();
  const again = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['webhook', id] }),
      queries.invalidateQueries({ queryKey: ['webhooks'] }),
    ]);
  return {
    changing: useSending<ChangeWebhook>({
      mutationFn: (body) => ask(pathOf(id), { method: 'PATCH', body }),
      onSuccess: again,
    }),
    replaying: useSending<string>({
      mutationFn: (delivery) => ask(`${pathOf(id)}/deliveries/${delivery}/replay`, { method: 'POST' }),
      onSuccess: again,
    }),
    renewing: useSending<undefined>({
      mutationFn: async () => onRenewed((await ask<NewWebhook>(`${pathOf(id)}/secret`, { method: 'POST' })).secret),
      onSuccess: again,
    }),
    removing: useSending<undefined>({
      mutationFn: async () => {
        await ask(pathOf(id), { method: 'DELETE' });
        // Away from the page first: there is nothing left to ask again about.
        onRemoved();
      },
      onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
    }),
  };
}
