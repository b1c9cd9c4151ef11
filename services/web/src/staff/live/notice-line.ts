import { accessToken } from '../sign-in/session.js';
import { keptLanguage } from '../../words/language.js';
import { FrameReader, type Frame } from './frame-reader.js';

const PAUSES_MS = [1_000, 3_000, 10_000, 30_000];
/** A heartbeat comes every 15 s; without one the line is dead though nobody said so. */
const SILENCE_MS = 40_000;

/** What a tab learns from the line. `cut` carries the instant of the last sign of life, in milliseconds. */
export type LineNews =
  | { type: 'up' }
  | { type: 'cut'; since: number }
  | { type: 'unread'; count: number }
  | { type: 'moved'; whistleId?: string }
  | { type: 'notice'; text: string; urgency: string; whistleId?: string };

/** Keeps one connection to the stream of notices; resumes after the last one it had, so that none is lost or doubled. */
export async function keepLine(tell: (news: LineNews) => void, signal: AbortSignal): Promise<void> {
  let lastId: string | undefined;
  let failures = 0;
  let aliveAt = Date.now();
  const onFrame = (frame: Frame): void => {
    lastId = frame.id ?? lastId;
    failures = 0;
    const news = newsOf(frame);
    if (news) tell(news);
  };
  while (!signal.aborted) {
    try {
      await listen(lastId, onFrame, () => (aliveAt = Date.now()), signal);
    } catch (error) {
      if (!signal.aborted) console.warn('the stream of notices was cut', error);
    }
    if (signal.aborted) return;
    // A server that ends it on purpose is asked again at once; only what stays away is a cut.
    if (failures > 0) tell({ type: 'cut', since: aliveAt });
    await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]!, signal);
    failures += 1;
  }
}

async function listen(
  lastId: string | undefined,
  onFrame: (frame: Frame) => void,
  onLife: () => void,
  signal: AbortSignal,
): Promise<void> {
  const token = await accessToken();
  if (token === undefined) return;
  const silence = new AbortController();
  const headers = {
    ...{ authorization: `Bearer ${token}`, 'accept-language': keptLanguage() },
    ...(lastId !== undefined && { 'last-event-id': lastId }),
  };
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const answer = await fetch('/api/stream', { headers, signal: AbortSignal.any([signal, silence.signal]) });
    if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`);
    const reader = new FrameReader();
    for await (const text of textOf(answer.body)) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      onLife();
      reader.take(text).forEach(onFrame);
    }
  } finally {
    clearTimeout(timer);
  }
}

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}

function newsOf({ event, data }: Frame): LineNews | undefined {
  const read = JSON.parse(data) as { unreadCount?: number; text?: string; urgency?: string; whistleId?: string };
  if (event === 'ready') return { type: 'up' };
  if (event === 'unread') return { type: 'unread', count: read.unreadCount ?? 0 };
  if (event === 'moved') return { type: 'moved', whistleId: read.whistleId };
  if (event !== 'notice') return undefined;
  return { type: 'notice', text: read.text ?? '', urgency: read.urgency ?? '', whistleId: read.whistleId };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
