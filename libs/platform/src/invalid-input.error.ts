import { fieldErrorsOf, type InputIssue } from './field-errors.js';
import { ProblemError } from './problem.error.js';

/** 422 with what is wrong field by field; the words are chosen when the reader's language is known. */
export class InvalidInputError extends ProblemError {
  constructor(
    readonly issues: readonly InputIssue[],
    cause?: unknown,
  ) {
    super('validationFailed', { errors: fieldErrorsOf(issues, 'zh-CN'), cause });
    this.name = 'InvalidInputError';
  }
}
