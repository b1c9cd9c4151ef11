import type {
  ChangeUser,
  CreateUser,
  DecideAccount,
  NewPassword,
  User,
  UserChanged,
} from '@hsl/contracts/schemas/users';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../sign-in/session.js';
import { useSending } from '../../use-sending.js';

const pathOf = (id: string): string => `/api/users/${encodeURIComponent(id)}`;

export const useUser = (id: string) =>
  useQuery({ queryKey: ['admin', 'user', id], queryFn: () => ask<User>(pathOf(id)) });

/** Sends something and reads the lists of the administration again. */
function useDoing<Sent, Answer>(send: (sent: Sent) => Promise<Answer>, onDone: (answer: Answer) => void) {
  const queries = useQueryClient();
  return useSending<Sent>({
    mutationFn: async (sent) => onDone(await send(sent)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
}

export const useCreating = (onDone: (changed: UserChanged) => void) =>
  useDoing((body: CreateUser) => ask<UserChanged>('/api/users', { method: 'POST', body }), onDone);

export const useChanging = (id: string, onDone: (changed: UserChanged) => void) =>
  useDoing((body: ChangeUser) => ask<UserChanged>(pathOf(id), { method: 'PATCH', body }), onDone);

export const useRenewing = (id: string, onDone: (answer: NewPassword) => void) =>
  useDoing(() => ask<NewPassword>(`${pathOf(id)}/password`, { method: 'POST', body: {} }), onDone);

export const useDeciding = (onDone: (changed: UserChanged) => void) =>
  useDoing(
    ({ id, verdict }: DecideAccount & { id: string }) =>
      ask<UserChanged>(`/api/account-proposals/${id}/decision`, { method: 'POST', body: { verdict } }),
    onDone,
  );
