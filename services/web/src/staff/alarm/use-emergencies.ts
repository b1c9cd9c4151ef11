import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useEffect, useRef, useState } from 'react';
import { useLiveList } from '../whistles/use-live-list.js';
import { isEmergency, newcomers } from './emergency.js';

/** Emergencies that came while the page was open, and the word that they were seen. */
export function useEmergencies(onNews: () => void) {
  const waiting = useLiveList({ step: 'accept' });
  const graded = useLiveList({ grade: 'G1', open: 'true' });
  const [fresh, setFresh] = useState<readonly LiveMatter[]>([]);
  const known = useRef<ReadonlySet<string>>(undefined);
  const lists = [waiting.data, graded.data];
  const isThere = lists.every((list) => list !== undefined);
  const all = lists.flatMap((list) => list?.pages.flatMap(({ items }) => items) ?? []).filter(isEmergency);
  const now = [...new Map(all.map((matter) => [matter.number, matter])).values()];
  const numbers = now.map(({ number }) => number).join(' ');
  useEffect(() => {
    if (!isThere) return;
    const news = newcomers(now, known.current);
    known.current = new Set([...(known.current ?? []), ...now.map(({ number }) => number)]);
    if (news.length === 0) return;
    setFresh((before) => [...before, ...news]);
    onNews();
    // What is there is told by the numbers; the lists are new with every answer.
  }, [isThere, numbers]);
  return { fresh, seen: () => setFresh([]) };
}
