import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;

/** One ticker per page, asleep in a hidden tab and while nobody looks. */
const listeners = new Set<() => void>();
/** How far the server's clock is ahead of this device's, in milliseconds. */
let ahead = 0;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  if (document.hidden) return;
  now = Date.now() + ahead;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Deadlines are the server's: a phone whose clock is wrong still counts right. @param serverNow ISO 8601 */
export function setServerNow(serverNow: string): void {
  ahead = Date.parse(serverNow) - Date.now();
}

/** Milliseconds since the epoch by the server's clock, at this moment. */
export const serverTime = (): number => Date.now() + ahead;

/** Milliseconds by the server's clock, renewed every second. */
export const useTicking = (): number => useSyncExternalStore(listen, () => now);
