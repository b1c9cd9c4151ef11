import { z } from 'zod';
import { FINDING_KINDS, MOST_FINDINGS, SUB_PROCESSES } from '../reconciliation.js';

const side = z.object({ state: z.string(), version: z.int() }).optional();

export const ReconciliationReport = z
  .object({
    id: z.uuid(),
    owner: z.string().meta({ description: 'The service whose rows were compared' }),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    checked: z.int().meta({ description: 'Open rows and running workflows that were looked at' }),
    repaired: z.int(),
    reported: z.int().meta({ description: 'Differences that a person must look at' }),
    findings: z
      .array(
        z.object({
          whistleId: z.string().optional().meta({ description: 'Absent for what belongs to no matter' }),
          process: z.object({ kind: z.enum(SUB_PROCESSES), id: z.string() }).optional(),
          kind: z.enum(FINDING_KINDS),
          isRepaired: z.boolean(),
          row: side,
          workflow: side,
          remedy: z.string().optional().meta({
            description: 'What a person does about it, in the language of Accept-Language; of what was not repaired',
          }),
        }),
      )
      .max(MOST_FINDINGS),
  })
  .meta({
    id: 'ReconciliationReport',
    description: 'One reconciliation of a service’s open rows with their running workflows',
  });
export type ReconciliationReport = z.output<typeof ReconciliationReport>;

export const ReconciliationPage = z
  .object({ items: z.array(ReconciliationReport), nextCursor: z.string().optional() })
  .meta({ id: 'ReconciliationPage' });
export type ReconciliationPage = z.output<typeof ReconciliationPage>;
