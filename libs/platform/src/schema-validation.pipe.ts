import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import type { InputIssue } from './field-errors.js';
import { InvalidInputError } from './invalid-input.error.js';

type StandardSchema = Parameters<StandardSchemaValidationPipe['validate']>[1];
interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
}
type Validated<T> = { value: T; issues?: undefined } | { issues: readonly Issue[] };

/**
 * Checks `@Body({ schema })`, `@Query({ schema })`, `@Param({ schema })`. zod is asked directly so that its issues name
 * the input (a missing field reads otherwise than one of the wrong type).
 * @throws InvalidInputError (422 validationFailed)
 */
export class SchemaValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new InvalidInputError(issues as readonly InputIssue[]) });
  }

  protected override validate<T = unknown>(
    value: unknown,
    schema: StandardSchema,
  ): Promise<Validated<T>> | Validated<T> {
    if (!(schema instanceof z.ZodType)) return super.validate<T>(value, schema);
    return schema
      .safeParseAsync(value, { reportInput: true })
      .then((result) => (result.success ? { value: result.data as T } : { issues: result.error.issues }));
  }
}
