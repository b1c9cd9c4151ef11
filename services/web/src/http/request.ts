import { keptLanguage } from '../words/language.js';
import { NoAnswer, problemOf } from './problem.js';

const TIMEOUT_MS = 20_000;

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** JSON, or a form with files. */
  body?: object;
  headers?: Record<string, string>;
  /** Milliseconds; uploads take longer than questions. */
  timeoutMs?: number;
  /** The answer is a file: a Blob, not JSON. */
  isFile?: boolean;
}

/**
 * Asks the platform; every wait has an end.
 * @throws ApiProblem for a refusal, NoAnswer when nothing came back
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', body, timeoutMs = TIMEOUT_MS } = options;
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = { 'accept-language': keptLanguage(), ...options.headers };
  if (body && !isForm) headers['content-type'] = 'application/json';
  const content = isForm ? body : body && JSON.stringify(body);
  const response = await answerOf(path, { method, headers, body: content, signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw await problemOf(response);
  if (options.isFile) return (await response.blob()) as Answer;
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function answerOf(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new NoAnswer(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline');
  }
}
