import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const FOLDER = new URL('.', import.meta.url);
const modules = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));

/** Every named schema of the folder, with what it gives as examples of itself. */
async function examples(): Promise<[string, z.ZodType, unknown][]> {
  const loaded = (await Promise.all(modules.map((name) => import(`./${name.replace(/\.ts$/, '.js')}`)))) as object[];
  const schemas = loaded.flatMap((one) => Object.values(one)).filter((value) => value instanceof z.ZodType);
  return schemas.flatMap((schema) => {
    const { id, examples: given } = (schema.meta() ?? {}) as { id?: string; examples?: unknown[] };
    return (id === undefined ? [] : (given ?? [])).map((example): [string, z.ZodType, unknown] => [
      id!,
      schema,
      example,
    ]);
  });
}

describe('examples of requests and answers', () => {
  it('are what their own schema takes', async () => {
    const all = await examples();
    expect(all.length).toBeGreaterThan(50);
    const refused = all.flatMap(([id, schema, example]) => {
      const { error } = schema.safeParse(example);
      return error
        ? [`${id}: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join(', ')}`]
        : [];
    });
    expect(refused).toEqual([]);
  });
});
