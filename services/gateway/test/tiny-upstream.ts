import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** SHA-256 of the body, which may be no text. */
  sha256: string;
}

/** Bytes that are no text. */
export const PHOTO = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256));
const PHOTO_HEADERS = {
  'content-type': 'image/jpeg',
  'content-disposition': "inline; filename*=UTF-8''photo-1.jpg",
  'content-security-policy': "default-src 'none'; sandbox",
};

/** A real HTTP server in place of a service: remembers what came, answers as it is told. */
export class TinyUpstream {
  readonly seen: SeenRequest[] = [];
  streamsClosed = 0;
  private readonly server: Server;

  private constructor(private readonly document: object) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(document: object = { paths: {} }): Promise<TinyUpstream> {
    const upstream = new TinyUpstream(document);
    await new Promise<void>((resolve) => upstream.server.listen(0, '127.0.0.1', resolve));
    return upstream;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/api/stream')) return this.stream(request, response);
    if (request.url?.includes('hasty')) {
      response.writeHead(403, { 'content-type': 'application/problem+json' }).end('{"code":"roleNotAllowed"}');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    const seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: content.toString(),
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    this.seen.push(seen);
    const json = { 'content-type': 'application/json', 'keep-alive': 'timeout=9', server: 'tiny' };
    if (request.url === '/openapi.json') response.writeHead(200, json).end(JSON.stringify(this.document));
    else if (request.url?.includes('busy'))
      response.writeHead(503, { ...json, 'retry-after': '7' }).end('{"code":"databaseUnavailable"}');
    else if (request.url?.includes('photos/')) response.writeHead(200, PHOTO_HEADERS).end(PHOTO);
    else if (request.url?.includes('never')) return;
    else response.writeHead(200, json).end(JSON.stringify({ seen }));
  }

  /** One event at once, the next after a while: buffered answers would come together. */
  private stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: first\n\n');
    const timer = setTimeout(() => response.write('data: second\n\n'), 3_000);
    request.once('close', () => {
      clearTimeout(timer);
      this.streamsClosed += 1;
    });
  }
}
