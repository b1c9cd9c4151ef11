import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { z } from 'zod';

type Headers = Record<string, string | string[] | undefined>;

const keySchema = z.string().trim().min(1).max(128);

/**
 * The header Idempotency-Key, 1 to 128 characters; undefined if none was sent.
 * @throws InvalidInputError (422 validationFailed) for any other text
 */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const header = headers['idempotency-key'];
  if (header === undefined) return undefined;
  const key = keySchema.safeParse(header);
  if (key.success) return key.data;
  throw new InvalidInputError(key.error.issues.map((issue) => ({ ...issue, path: ['Idempotency-Key'] })));
}

export const IdempotencyKey = createParamDecorator((_unused: undefined, context: ExecutionContext) =>
  readIdempotencyKey(context.switchToHttp().getRequest<{ headers: Headers }>().headers),
);
