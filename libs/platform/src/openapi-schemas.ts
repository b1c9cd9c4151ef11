import { z } from 'zod';

interface Converted {
  schema: Record<string, unknown>;
  components: Record<string, Record<string, unknown>>;
}

/**
 * JSON Schema 2020-12, which is what OpenAPI 3.1 speaks, of a zod schema. Schemas with `.meta({ id })` become
 * components. Undefined for what is no zod schema.
 */
export function openApiSchemaOf(schema: unknown, io: 'input' | 'output'): Converted | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $schema: _dialect, $defs, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return { schema: root, components: ($defs ?? {}) as Converted['components'] };
}

/** RFC 9457 as this platform answers it. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; what a program decides by.' },
    detail: { type: 'string', description: 'For the reader, zh-CN or en by Accept-Language.' },
    instance: { type: 'string' },
    state: { type: 'string', description: 'With 409: the state the object is in.' },
    rule: { type: 'string', description: 'With 403: the rule that refused.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    heldBy: { type: 'string', description: 'With revisitCallTaken: the name of who is calling.' },
    alternatives: {
      type: 'array',
      description: 'With roomTaken: times nearby at which the room is free, the nearest first.',
      items: {
        type: 'object',
        required: ['from', 'to'],
        properties: { from: { type: 'string', format: 'date-time' }, to: { type: 'string', format: 'date-time' } },
      },
    },
  },
};
