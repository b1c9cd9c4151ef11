import { keepLine, type LineNews } from './notice-line.js';

/**
 * One connection for all tabs of a browser: the tab that holds the lock listens and tells the others; when it closes,
 * the next one takes over. Browsers have no locks across tabs on an insecure connection: then each tab listens itself.
 */
export function openLine(userId: string, onNews: (news: LineNews) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const channel = new BroadcastChannel(`hsl.notices.${userId}`);
  channel.onmessage = ({ data }: MessageEvent<LineNews>) => onNews(data);
  const tell = (news: LineNews): void => {
    onNews(news);
    if (!signal.aborted) channel.postMessage(news);
  };
  const listen = (): Promise<void> => keepLine(tell, signal);
  const listening = navigator.locks ? navigator.locks.request(`hsl.line.${userId}`, { signal }, listen) : listen();
  // Given up before the lock was ours: nothing was listening.
  listening.catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return () => {
    stop.abort();
    channel.close();
  };
}
