import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';

/** What ties the log lines, rows and events of one request together. */
export interface TraceContext {
  requestId: string;
  /** W3C trace context. */
  traceparent: string;
}

const storage = new AsyncLocalStorage<TraceContext>();

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const REQUEST_ID = /^[A-Za-z0-9._:-]{1,64}$/;

/** Keeps what the caller sent if it is well formed, makes it otherwise. */
export function traceContextOf(headers: Record<string, string | string[] | undefined>): TraceContext {
  const traceparent = headers['traceparent'];
  const requestId = headers['x-request-id'];
  return {
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : newTraceparent(),
    requestId: typeof requestId === 'string' && REQUEST_ID.test(requestId) ? requestId : randomUUID(),
  };
}

export const newTraceparent = (): string =>
  `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;

export const runInTrace = <T>(context: TraceContext, work: () => T): T => storage.run(context, work);

/** What the request being served came with, if one is being served. */
export const currentTrace = (): TraceContext | undefined => storage.getStore();

/** The same, for an outbox row to keep. */
export const currentTraceparent = (): string | undefined => storage.getStore()?.traceparent;
