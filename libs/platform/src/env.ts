import type { z } from 'zod';

/** One error naming everything that is missing or wrong, so that a start fails once and not variable by variable. */
export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Environment is not complete:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'EnvError';
  }
}

/**
 * Reads the environment once, at start. An empty variable counts as not set. The value itself is never printed: it may
 * be a secret.
 * @throws EnvError naming every variable that is missing or invalid
 */
export function readEnv<S extends z.ZodObject>(
  schema: S,
  source: Record<string, string | undefined> = process.env,
): z.output<S> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = source[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? '(environment)');
      return given[name] === undefined ? `${name} is not set` : `${name} is invalid: ${issue.message}`;
    }),
  );
}
