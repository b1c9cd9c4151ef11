import { keptLanguage } from '../words/language.js';
import { NoAnswer, problemOf } from './problem.js';

const TIMEOUT_MS = 20_000;

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** JSON, a form with files, or a file as it is. */
  body?: object;
  headers?: Record<string, string>;
  /** Goes out although the page is being left. */
  keepalive?: boolean;
  /** Milliseconds; uploads take longer than questions. */
  timeoutMs?: number;
  /** What the answer is read as. */
  answer?: 'json' | 'text' | 'blob';
}

/**
 * Asks the platform; every wait has an end.
 * @throws ApiProblem for a refusal, NoAnswer when nothing came back
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', body, keepalive, timeoutMs = TIMEOUT_MS, answer = 'json' } = options;
  const isReady = body instanceof FormData || body instanceof Blob;
  const headers: Record<string, string> = { 'accept-language': keptLanguage(), ...options.headers };
  if (body && !isReady) headers['content-type'] = 'application/json';
  const content = isReady ? body : body && JSON.stringify(body);
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await answerOf(path, { method, headers, keepalive, body: content, signal });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response[answer]()) as Answer;
}

async function answerOf(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new NoAnswer(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline');
  }
}
