import { z } from 'zod';

/** Fields that registers have in common. `title` heads the column of an export. */

export const words = (title: string, max: number) => z.string().trim().min(1).max(max).meta({ title });
export const day = (title: string) => z.iso.date().meta({ title, description: 'A day in Asia/Shanghai' });
export const count = (title: string) => z.int().min(0).max(1_000_000).meta({ title });
/** Money as whole fen. */
export const fen = (title: string) => z.int().min(0).max(1_000_000_000_000).meta({ title, description: 'In fen' });
export const oneOf = <const T extends readonly [string, ...string[]]>(title: string, values: T) =>
  z.enum(values).meta({ title });
export const id = (title: string) => z.string().trim().min(1).max(40).meta({ title });
export const ids = (title: string, most = 100) =>
  z
    .array(z.string().trim().min(1).max(40))
    .max(most)
    .refine((list) => new Set(list).size === list.length, {
      params: { code: 'duplicate', zh: '同一项只写一次。', en: 'Name each one once.' },
    })
    .meta({ title });

export const reason = words('理由', 500);
export const evidence = z
  .array(z.strictObject({ kind: z.enum(['before', 'after', 'document']), note: words('说明', 200) }))
  .min(1)
  .max(20)
  .meta({ title: '佐证' });
export const nothing = z.strictObject({});
