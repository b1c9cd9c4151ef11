import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** A client that takes nothing for so long is cut off; it resumes where it stopped reading. */
const DRAIN_TIMEOUT_MS = 30_000;

/** The open answer a stream writes to. */
export class StreamOutput {
  private closedListeners: (() => void)[] = [];

  constructor(private readonly response: ServerResponse) {
    response.once('close', () => {
      for (const listener of this.closedListeners.splice(0)) listener();
    });
    // The close event follows; without a listener a reset connection would end the process.
    response.on('error', () => response.destroy());
  }

  open(headers: OutgoingHttpHeaders): void {
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Once the stream has ended nothing else comes over its connection; kept open it would hold up a shutdown.
      connection: 'close',
      // nginx would hold back what is written until a buffer is full.
      'x-accel-buffering': 'no',
    });
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  /** Resolves when the client can take more; a client that takes nothing for 30 s is cut off. */
  async write(text: string): Promise<void> {
    if (!this.isOpen || this.response.write(text)) return;
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.response.off('drain', settle).off('close', settle);
        resolve();
      };
      const timer = setTimeout(() => this.response.destroy(), DRAIN_TIMEOUT_MS);
      this.response.once('drain', settle).once('close', settle);
    });
  }

  end(lastText: string): void {
    if (this.isOpen) this.response.end(lastText);
  }

  onClosed(listener: () => void): void {
    this.closedListeners.push(listener);
  }
}
