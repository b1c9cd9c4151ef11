import { readFileSync } from 'node:fs';
import type { HttpClient } from './http-client.js';

/** An answer that is not a success. */
export class Refusal extends Error {
  constructor(
    what: string,
    readonly status: number,
    readonly text: string,
  ) {
    super(`${what} was answered ${status}: ${text.slice(0, 500)}`);
  }
}

/** One person at the public door. */
export interface Person {
  get<A>(path: string): Promise<A>;
  post<A>(path: string, body: object): Promise<A>;
}

/** The demo's people, each signed in when first needed. */
export class People {
  private readonly passwords: ReadonlyMap<string, string>;
  private readonly tokens = new Map<string, Promise<string>>();

  /** @param accountsFile of the gateway's seed */
  constructor(
    private readonly http: HttpClient,
    accountsFile: string,
  ) {
    const accounts = JSON.parse(readFileSync(accountsFile, 'utf8')) as { userName: string; password: string }[];
    this.passwords = new Map(accounts.map(({ userName, password }) => [userName, password]));
  }

  as(userName: string): Person {
    const call = async <A>(method: 'GET' | 'POST', path: string, body?: object): Promise<A> => {
      const token = await this.tokenOf(userName);
      const text = body && JSON.stringify(body);
      return JSON.parse(await this.ask({ method, path, token, body: text }, userName)) as A;
    };
    return { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
  }

  /** The person's access token. */
  tokenOf(userName: string): Promise<string> {
    let token = this.tokens.get(userName);
    if (!token) this.tokens.set(userName, (token = this.signIn(userName)));
    return token;
  }

  private async signIn(userName: string): Promise<string> {
    const body = JSON.stringify({ userName, password: this.passwords.get(userName) ?? '' });
    const text = await this.ask({ method: 'POST', path: '/api/sessions', body }, userName);
    return (JSON.parse(text) as { accessToken: string }).accessToken;
  }

  private async ask(message: Parameters<HttpClient['send']>[0], userName: string): Promise<string> {
    const { status, text } = await this.http.send(message);
    if (status >= 300) throw new Refusal(`${message.method} ${message.path} as ${userName}`, status, text);
    return text;
  }
}
