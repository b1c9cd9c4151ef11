import type { TFunction } from 'i18next';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';

/** What a form says of a refusal: what it is, then field by field; nothing when there is none. */
export function refusalTexts(error: Error | null, t: TFunction): string[] {
  if (error === null) return [];
  const fields = error instanceof ApiProblem ? error.errors : [];
  return [failureText(error, t), ...fields.map(({ field, message }) => `${field}: ${message}`)];
}
