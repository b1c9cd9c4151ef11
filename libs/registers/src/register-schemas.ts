import { pageQuerySchema } from '@hsl/platform/page';
import { z } from 'zod';
import { MARKS, statesOf, type Register, type RegisterStep } from './register.js';

const referenceId = z.string().trim().min(1).max(40);

/** What the routes of a register take and answer, made from its definition. */
export interface RegisterSchemas {
  entry: z.ZodObject;
  page: z.ZodObject;
  query: z.ZodObject;
}

export function schemasOf(register: Register): RegisterSchemas {
  const { name, summary, birth, steps } = register;
  const id = name.charAt(0).toUpperCase() + name.slice(1);
  const written = Object.assign({}, ...steps.map(shownBy), birth.body.shape) as z.ZodRawShape;
  const entry = z
    .object({
      ...written,
      id: z.uuid(),
      version: z.int().meta({ description: 'For If-Match' }),
      state: z.enum(statesOf(register)),
      marks: z.array(z.enum(MARKS)),
      communityId: referenceId.optional(),
      departmentId: referenceId.optional(),
      memberId: referenceId.optional(),
      createdBy: z.string(),
      createdAt: z.iso.datetime(),
      updatedAt: z.iso.datetime(),
      serverNow: z.iso.datetime().optional(),
    })
    .meta({ id, description: summary });
  const items = z.array(entry);
  const page = z
    .object({ items, nextCursor: z.string().optional(), serverNow: z.iso.datetime().optional() })
    .meta({ id: `${id}Page`, description: `${summary}: one page, newest first` });
  return { entry, page, query: pageQuerySchema.extend(filtersOf(register)) };
}

/** What a step adds to the entry as it is answered. */
function shownBy({ body, collects }: RegisterStep): z.ZodRawShape {
  // Without the rules among the fields: what is stored has passed them.
  const fields = z.object(body.shape);
  if (!collects) return fields.partial().shape;
  const answer = fields.extend({ by: z.string(), at: z.iso.datetime() });
  return { [collects.into]: z.record(z.string(), answer).optional() };
}

/** Filters of the list, beside `limit` and `cursor`; each says what the entry must have exactly. */
function filtersOf(register: Register): z.ZodRawShape {
  const shape = register.birth.body.shape;
  const own = register.filters.map((field): [string, z.ZodType] => {
    if (!(field in shape)) throw new RangeError(`${register.name} has no field ${field}`);
    return [field, z.string().max(100).optional()];
  });
  return {
    state: z.enum(statesOf(register)).optional(),
    communityId: referenceId.optional(),
    departmentId: referenceId.optional(),
    memberId: referenceId.optional(),
    ...Object.fromEntries(own),
  };
}
