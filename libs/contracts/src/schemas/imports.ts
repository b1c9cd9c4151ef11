import { z } from 'zod';

/** A report names this many faults; its count is of all. */
export const MOST_FAULTS = 200;
export const IMPORT_MODES = ['preview', 'apply'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export const ImportQuery = z.strictObject({
  mode: z.enum(IMPORT_MODES).meta({ description: '`preview` says what would happen; `apply` does it, or nothing' }),
});
export type ImportQuery = z.output<typeof ImportQuery>;

export const ImportReport = z
  .object({
    isApplied: z
      .boolean()
      .meta({ description: 'False for a preview, and when a row is at fault: nothing was written' }),
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    faultCount: z.int(),
    faults: z
      .array(
        z.object({
          line: z.int().meta({ description: 'As an editor counts lines; the header is 1' }),
          column: z.string().optional(),
          code: z.enum(['required', 'invalid', 'notAllowed', 'duplicate', 'unknown']),
          value: z.string().optional(),
        }),
      )
      .max(MOST_FAULTS),
  })
  .meta({
    id: 'ImportReport',
    description: 'What an import did, or would do, and every row that stands in its way',
    examples: [
      {
        ...{ isApplied: false, rows: 500, added: 480, changed: 10, unchanged: 7, faultCount: 3 },
        faults: [{ line: 17, column: '户数', code: 'invalid', value: '约三百' }],
      },
    ],
  });
export type ImportReport = z.output<typeof ImportReport>;
