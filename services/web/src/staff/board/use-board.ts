import type { Board } from '@hsl/contracts/schemas/insight';
import { useQuery } from '@tanstack/react-query';
import { setServerNow } from '../../time/ticking.js';
import { ask } from '../sign-in/session.js';

const ASK_AGAIN_MS = 5_000;
/** Older than this the page says that its figures are late. */
export const LATE_MS = 60_000;

export function useBoard() {
  return useQuery({
    queryKey: ['board'],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async () => {
      const board = await ask<Board>('/api/board');
      setServerNow(board.serverNow);
      return board;
    },
  });
}
