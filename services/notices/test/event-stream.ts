/** One event of a stream as a client reads it. */
export interface Frame {
  event: string;
  id?: string;
  data: Record<string, unknown>;
}

const WAIT_MS = 10_000;

/** A client of server-sent events, as fetch makes one: it sends its token in a header and resumes by Last-Event-ID. */
export class EventStream {
  readonly frames: Frame[] = [];
  comments = 0;
  isEnded = false;
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  static async open(url: string, token: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(url, {
      headers: { ...headers, authorization: `Bearer ${token}` },
      signal: abort.signal,
    });
    const stream = new EventStream(response, abort);
    if (response.ok) void stream.read();
    return stream;
  }

  get notices(): Frame[] {
    return this.frames.filter(({ event }) => event === 'notice');
  }

  get lastId(): string | undefined {
    return this.frames.findLast(({ id }) => id !== undefined)?.id;
  }

  /** Cuts the connection, as a lost network would. */
  cut(): void {
    this.abort.abort();
  }

  /** @throws Error naming what was waited for, after ten seconds */
  async until(holds: () => boolean, what: string, timeoutMs: number = WAIT_MS): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!holds()) {
      if (Date.now() > deadline)
        throw new Error(`waited ${timeoutMs} ms for ${what}; got ${JSON.stringify(this.frames)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  private async read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of this.response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
        this.tell();
      }
    } catch (error) {
      if (!this.abort.signal.aborted) throw error;
    } finally {
      this.isEnded = true;
      this.tell();
    }
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.comments += 1;
    const fields = new Map(
      block.split('\n').map((line): [string, string] => [line.split(': ')[0]!, line.slice(line.indexOf(': ') + 2)]),
    );
    const event = fields.get('event');
    if (event === undefined) return;
    this.frames.push({ event, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? '{}') as Frame['data'] });
  }

  private tell(): void {
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}
