import { z } from 'zod';
import { TEMPLATE_USES } from '../template-uses.js';

/** Texts that people begin with when they blow or answer (portal A3, F2). */

const serverNow = z.iso.datetime().optional();
const words = (max: number) => z.string().trim().min(1).max(max);

/** Of one subdistrict; more are looked through by nobody. */
export const MOST_TEMPLATES = 100;

const said = {
  title: words(40).meta({ description: 'By which it is chosen; once for each use' }),
  text: words(2000).meta({ description: 'May leave slots open: {编号} {社区} {地点} {单位} {日期}' }),
  categoryCode: z.string().trim().min(1).max(40).nullish().meta({ description: 'Offered for that category only' }),
};

export const templateFilters = { use: z.enum(TEMPLATE_USES).optional() };

export const TextTemplate = z
  .object({
    id: z.uuid(),
    use: z.enum(TEMPLATE_USES),
    title: z.string(),
    text: z.string(),
    categoryCode: z.string().optional(),
    active: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'TextTemplate', description: 'A text to begin with; what is sent is what its sender made of it' });
export type TextTemplate = z.output<typeof TextTemplate>;

export const TextTemplateList = z
  .object({
    items: z.array(TextTemplate),
    mayChange: z.boolean().meta({ description: 'Then those not in use are listed as well' }),
    serverNow,
  })
  .meta({ id: 'TextTemplateList', description: 'At most a hundred, by use and title' });
export type TextTemplateList = z.output<typeof TextTemplateList>;

export const AddTemplate = z.strictObject({ use: z.enum(TEMPLATE_USES), ...said }).meta({
  id: 'AddTemplate',
  examples: [{ use: 'answer', title: '已交单位', text: '您反映的{地点}一事已交{单位}办理，{日期}前答复您。' }],
});
export type AddTemplate = z.output<typeof AddTemplate>;

export const ChangeTemplate = z
  .strictObject({ ...said, active: z.boolean() })
  .partial()
  .meta({ id: 'ChangeTemplate', description: 'What is left out stays', examples: [{ active: false }] });
export type ChangeTemplate = z.output<typeof ChangeTemplate>;
