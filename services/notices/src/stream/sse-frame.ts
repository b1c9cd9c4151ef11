/** One message of a `text/event-stream`, as the browser's EventSource reads it. */
export interface SseFrame {
  event: string;
  /** Becomes Last-Event-ID of the client; left out where the client must not resume from here. */
  id?: string;
  data: object;
}

/** JSON never holds a raw line break, so the data is always one line. */
export const frameText = ({ event, id, data }: SseFrame): string =>
  `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

/** How long a client that was cut off waits before it comes again. */
export const retryText = (milliseconds: number): string => `retry: ${milliseconds}\n\n`;

/** A line that clients skip; it keeps proxies from closing a quiet connection. */
export const HEARTBEAT_TEXT = ': heartbeat\n\n';
