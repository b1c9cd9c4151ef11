import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { InvalidInputError } from './invalid-input.error.js';

const VERSION = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * The version in the header If-Match, as the answer's ETag gave it: `"3"`; undefined if none was sent, or `*`.
 * @throws InvalidInputError (422 validationFailed) for any other text
 */
export function readIfMatch(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const [, version] = (typeof header === 'string' && VERSION.exec(header)) || [];
  if (version !== undefined) return Number(version);
  throw new InvalidInputError([{ code: 'invalidVersion', path: ['If-Match'] }]);
}

/** What the caller has seen of what it changes. */
export const IfMatch = createParamDecorator((_unused: undefined, context: ExecutionContext) =>
  readIfMatch(
    context.switchToHttp().getRequest<{ headers: Record<string, string | string[] | undefined> }>().headers['if-match'],
  ),
);

/** The ETag of a version. */
export const etagOf = (version: number): string => `"${version}"`;
