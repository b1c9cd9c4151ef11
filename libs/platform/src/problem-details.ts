import { PROBLEMS, type ProblemDetails } from '@hsl/contracts/problem-codes';
import { fieldErrorsOf } from './field-errors.js';
import { codeOfForeignError } from './foreign-errors.js';
import { InvalidInputError } from './invalid-input.error.js';
import type { Locale } from './locale.js';
import { ProblemError } from './problem.error.js';

/** What goes over the wire for an error: body, status and headers. */
export interface ProblemAnswer {
  body: ProblemDetails;
  headers: Record<string, string>;
}

/** How long a caller should leave a dependency that is down alone, if nobody knows better. */
const RETRY_AFTER_SECONDS = 5;
const TYPE_BASE = 'https://haoshangliang.dev/problems/';

/** RFC 9457 for anything thrown. Says nothing of an error that is not ours but its code. */
export function problemAnswerOf(error: unknown, locale: Locale, instance?: string): ProblemAnswer {
  const problem = error instanceof ProblemError ? error : new ProblemError(codeOfForeignError(error), { cause: error });
  const { status, zh, en } = PROBLEMS[problem.code];
  const errors = problem instanceof InvalidInputError ? fieldErrorsOf(problem.issues, locale) : problem.errors;
  const body: ProblemDetails = {
    type: `${TYPE_BASE}${problem.code}`,
    title: problem.code,
    status,
    code: problem.code,
    detail: locale === 'en' ? en : zh,
    ...(instance === undefined ? {} : { instance }),
    ...(problem.state === undefined ? {} : { state: problem.state }),
    ...(problem.rule === undefined ? {} : { rule: problem.rule }),
    ...(errors === undefined ? {} : { errors }),
    ...(problem.alternatives === undefined ? {} : { alternatives: problem.alternatives }),
    ...(problem.heldBy === undefined ? {} : { heldBy: problem.heldBy }),
  };
  const retryAfter = problem.retryAfterSeconds ?? (status === 503 ? RETRY_AFTER_SECONDS : undefined);
  return {
    body,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
    },
  };
}
