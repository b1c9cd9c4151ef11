import { InvalidInputError } from './invalid-input.error.js';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { z } from 'zod';

const keySchema = z.string().trim().min(1).max(128);

/**
 * The header Idempotency-Key, 1 to 128 characters; undefined if none was sent.
 * @throws InvalidInputError (422 validationFailed) for any other text
 */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = keySchema.safeParse(header);
  if (key.success) return key.data;
  throw new InvalidInputError(key.error.issues.map((issue) => ({ ...issue, path: ['Idempotency-Key'] })));
}

export const IdempotencyKey = createParamDecorator((_unused: undefined, context: ExecutionContext) =>
  readIdempotencyKey(
    context.switchToHttp().getRequest<{ headers: Record<string, string | string[] | undefined> }>().headers[
      'idempotency-key'
    ],
  ),
);
