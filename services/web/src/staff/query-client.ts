import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../http/problem.js';

const FRESH_MS = 5_000;
const RETRIES = 2;

/** A refusal is an answer: only what got none is asked again. */
export function newQueryClient(): QueryClient {
  const retry = (failures: number, error: Error): boolean =>
    failures < RETRIES && !(error instanceof ApiProblem && error.status < 500);
  return new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_MS, retry } } });
}
