import { useEffect, useState } from 'react';

const QUIET_MS = 600;

/** A text that has not been changed for a moment: not every letter is worth a question. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
