import type { PublicCommunities } from '@hsl/contracts/schemas/public-reading';
import { useState } from 'react';
import { useAnswer } from '../use-answer.js';

const KEPT = 'hsl.community';

/** The resident's own community, chosen once on this phone. @param asked by the address, before what was chosen */
export function useCommunity(asked?: string) {
  const list = useAnswer<PublicCommunities>('/api/communities/public');
  const [id, setId] = useState(asked ?? localStorage.getItem(KEPT) ?? '');
  const choose = (next: string): void => {
    localStorage.setItem(KEPT, next);
    setId(next);
  };
  const items = list.answer?.items ?? [];
  return { list, items, id, choose, chosen: items.find((one) => one.id === id) };
}
