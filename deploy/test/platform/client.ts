import { readFileSync } from 'node:fs';

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- stories look into answers of every shape
  body: any;
  headers: Headers;
}

interface Account {
  userName: string;
  password: string;
}

/** One person at the gateway, signed in as a browser would be. */
export interface Person {
  userName: string;
  token(): Promise<string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
}

const REQUEST_TIMEOUT_MS = 20_000;
/** Shorter than an access token lives, so that a long story never runs into its end. */
const TOKEN_LIFE_MS = 200_000;

/** Signs people in by their user name with the passwords that the seed wrote down. */
export function people(origin: string, accountsFile: string): (userName: string) => Person {
  const accounts = JSON.parse(readFileSync(accountsFile, 'utf8')) as Account[];
  const known = new Map<string, Person>();
  return (userName) => {
    const account = accounts.find((one) => one.userName === userName);
    if (!account) throw new Error(`the seed made no account ${userName}`);
    const person = known.get(userName) ?? signedIn(origin, account);
    known.set(userName, person);
    return person;
  };
}

function signedIn(origin: string, { userName, password }: Account): Person {
  let session: { token: Promise<string>; since: number } | undefined;
  const token = (): Promise<string> => {
    if (!session || Date.now() - session.since > TOKEN_LIFE_MS) {
      session = { since: Date.now(), token: signIn(origin, userName, password) };
      session.token.catch(() => (session = undefined));
    }
    return session.token;
  };
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(origin + path, method, body, { authorization: `Bearer ${await token()}`, ...headers });
  return {
    ...{ userName, token },
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body = {}, headers) => ask('POST', path, body, headers),
    put: (path, body) => ask('PUT', path, body),
  };
}

async function signIn(origin: string, userName: string, password: string): Promise<string> {
  const { status, body } = await send(`${origin}/api/sessions`, 'POST', { userName, password });
  if (status >= 300) throw new Error(`${userName} could not sign in: ${status} ${JSON.stringify(body)}`);
  return body.accessToken;
}

/** One file as a form sends it; without a token as a resident does. */
export async function sendFile(url: string, content: Buffer, fileName: string, token?: string): Promise<Answer> {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(content)], fileName));
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
  return { status: answer.status, body: parsed(await answer.text()), headers: answer.headers };
}

export async function send(
  url: string,
  method: string,
  payload?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = payload === undefined ? undefined : typeof payload === 'string' ? payload : JSON.stringify(payload);
  const answer = await fetch(url, {
    ...{ method, body, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) },
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  const text = await answer.text();
  return { status: answer.status, body: parsed(text), headers: answer.headers };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Looks again and again until it is there. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`${what}: not in ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
