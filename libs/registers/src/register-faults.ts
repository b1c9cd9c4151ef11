import { rowsBy } from '@hsl/access/abilities-table';
import type { z } from 'zod';
import { abilityOf, statesOf, type Register } from './register.js';

/** What is wrong with a definition, in words for who writes it; a service with such a register does not start. */
export function registerFaults(register: Register): string[] {
  const { birth, steps, filters, refs, reading } = register;
  const abilities = rowsBy('action');
  const asked = [...reading, ...[birth, ...steps].map((step) => abilityOf(register, step))];
  const fields = new Set([birth, ...steps].flatMap(({ body }) => Object.keys(body.shape)));
  const reachable = new Set([birth.state, ...steps.flatMap(({ to }) => (typeof to === 'string' ? [to] : to.states))]);
  const paths = steps.map(({ path }) => path);
  return [
    ...asked.filter((name) => !abilities.has(name)).map((name) => `nobody has the ability ${name}`),
    ...filters.filter((field) => !(field in birth.body.shape)).map((field) => `no entry is born with ${field}`),
    ...Object.keys(refs)
      .filter((field) => !fields.has(field))
      .map((field) => `nobody writes ${field}`),
    ...statesOf(register)
      .filter((state) => !reachable.has(state))
      .map((state) => `nothing leads to ${state}`),
    ...paths.filter((path, index) => paths.indexOf(path) !== index).map((path) => `two steps are called ${path}`),
    ...[birth, ...steps].flatMap(({ name, body }) => exampleFaults(name, body)),
  ];
}

/** An example that the route itself would refuse misleads whoever reads it. */
function exampleFaults(step: string, body: z.ZodObject): string[] {
  if (Object.keys(body.shape).length === 0) return [];
  const examples = (body.meta()?.['examples'] ?? []) as unknown[];
  if (examples.length === 0) return [`${step} has no example`];
  return examples.flatMap((example) => {
    const parsed = body.safeParse(example);
    return parsed.success ? [] : [`the example of ${step} is refused: ${parsed.error.issues[0]?.path.join('.')}`];
  });
}
