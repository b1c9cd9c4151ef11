import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  text: string;
}

export interface Message {
  method: 'GET' | 'POST';
  path: string;
  token?: string | undefined;
  /** JSON. */
  body?: string | undefined;
}

const TIMEOUT_MS = 30_000;

/** Talks to one server over connections that stay open, as a browser or a proxy does. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly origin: URL;

  /** @param connections at most; further messages wait for one */
  constructor(origin: string, connections: number) {
    this.origin = new URL(origin);
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, timeout: TIMEOUT_MS });
  }

  /** @throws Error if no answer comes; one that says no is an answer */
  send({ method, path, token, body }: Message): Promise<Answer> {
    const { hostname, port } = this.origin;
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    };
    return new Promise((resolve, reject) => {
      const sent = request({ agent: this.agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
        });
        response.once('error', reject);
      });
      sent.once('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer within ${TIMEOUT_MS} ms`)));
      sent.once('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
