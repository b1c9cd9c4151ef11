import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemDetails } from '@hsl/contracts/problem-codes';
import type { Account } from './account.js';
import type { SessionAnswer } from './api-answers.js';

const REQUEST_TIMEOUT_MS = 30_000;
/** A service that is just coming up, or a limit for a moment, is asked again; a refusal is not. */
const TRY_AGAIN = new Set([429, 502, 503, 504]);
const MOST_TRIES = 30;
const PAUSE_MS = 1_000;

/** A refusal as the API words it. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<ProblemDetails>,
    request: string,
  ) {
    const rule = problem.rule === undefined ? '' : `，要 ${problem.rule}`;
    const state = problem.state === undefined ? '' : `（现状态 ${problem.state}${rule}）`;
    super(`${request} → ${status} ${problem.code ?? ''} ${problem.detail ?? ''}${state}`);
    this.name = 'ApiProblem';
  }
}

/** The API as one person uses it: signs in when needed, and again when the token has run out. */
export class ApiClient {
  private token: Promise<string> | undefined;

  constructor(
    private readonly gatewayUrl: string,
    readonly account: Account,
  ) {}

  /** @throws ApiProblem for a refusal */
  get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path);
  }

  /** Takes effect once, however often the request has to be repeated. @throws ApiProblem for a refusal */
  post<T>(path: string, body: object): Promise<T> {
    return this.ask<T>('POST', path, body);
  }

  /** Sends a file as a browser's form does. @throws ApiProblem for a refusal */
  upload<T>(path: string, content: Buffer, fileName: string): Promise<T> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(content)]), fileName);
    return this.ask<T>('POST', path, form);
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const key = randomUUID();
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.tryOnce(method, path, body, key);
      if ('answer' in outcome) return outcome.answer as T;
      const { problem } = outcome;
      const isTokenOld = problem.status === 401 && this.token !== undefined && tries === 1;
      if (isTokenOld) this.token = undefined;
      else if (!TRY_AGAIN.has(problem.status) || tries === MOST_TRIES) throw problem;
      else await sleep(PAUSE_MS);
    }
  }

  private async tryOnce(
    method: string,
    path: string,
    body: object | undefined,
    key: string,
  ): Promise<{ answer: unknown } | { problem: ApiProblem }> {
    const headers = { authorization: `Bearer ${await this.signedIn()}`, 'idempotency-key': key };
    return request(`${this.gatewayUrl}${path}`, { method, headers, body });
  }

  private signedIn(): Promise<string> {
    this.token ??= this.signIn().catch((error: unknown) => {
      this.token = undefined;
      throw error;
    });
    return this.token;
  }

  private async signIn(): Promise<string> {
    const { userName, password } = this.account;
    for (let tries = 1; ; tries += 1) {
      const body = { userName, password };
      const outcome = await request(`${this.gatewayUrl}/api/sessions`, { method: 'POST', headers: {}, body });
      if ('answer' in outcome) return (outcome.answer as SessionAnswer).accessToken;
      if (!TRY_AGAIN.has(outcome.problem.status) || tries === MOST_TRIES) throw outcome.problem;
      await sleep(PAUSE_MS);
    }
  }
}

/** One request; a gateway that cannot be reached reads as 503. */
async function request(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: object },
): Promise<{ answer: unknown } | { problem: ApiProblem }> {
  const what = `${method} ${new URL(url).pathname}`;
  const isForm = body instanceof FormData;
  const content = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
  const type: Record<string, string> = body === undefined || isForm ? {} : { 'content-type': 'application/json' };
  try {
    const response = await fetch(url, {
      ...{ method, ...content, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) },
      headers: { accept: 'application/json', 'accept-language': 'zh-CN', ...headers, ...type },
    });
    const answer = (await response.json()) as unknown;
    if (response.ok) return { answer };
    return { problem: new ApiProblem(response.status, answer as Partial<ProblemDetails>, what) };
  } catch (error) {
    return { problem: new ApiProblem(503, { detail: (error as Error).message }, what) };
  }
}
