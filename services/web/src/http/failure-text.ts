import type { TFunction } from 'i18next';
import { ApiProblem, NoAnswer } from './problem.js';

/** What a page says of an error: the service's own words, or which of ours fits. */
export function failureText(error: unknown, t: TFunction): string {
  if (error instanceof NoAnswer) return t(`error.${error.why}`);
  if (error instanceof ApiProblem && error.status === 404) return t('error.notFound');
  if (error instanceof ApiProblem && error.message !== '') {
    return error.heldBy === undefined ? error.message : `${error.heldBy}：${error.message}`;
  }
  return t('error.unexpected');
}

/** The same, and what the service says of each field. */
export function wholeFailureText(error: unknown, t: TFunction): string {
  const fields = error instanceof ApiProblem ? error.errors.map(({ message }) => message) : [];
  return [failureText(error, t), ...fields].join(' ');
}
