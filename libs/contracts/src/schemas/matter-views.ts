import { z } from 'zod';
import { RUNG_KINDS, STEPS } from '../steps.js';

/** What every matter, task and check-in says about its next step. Instants are ISO 8601. */

export const ActionAnswer = z
  .object({
    name: z.string().meta({ description: 'As in the abilities table', examples: ['checkIn.confirm'] }),
    allowed: z.boolean(),
    reason: z.string().optional().meta({ description: 'Why not, in the reader’s language' }),
    reasonCode: z.string().optional(),
    until: z.iso.datetime().optional().meta({ description: 'Last instant at which it can be done' }),
  })
  .meta({ id: 'ActionAnswer', description: 'One thing the caller may, or may not, do to the object now' });

export const WaitingForAnswer = z
  .object({
    step: z.enum(STEPS),
    kind: z.enum(['role', 'member', 'department']),
    id: z.string().meta({ description: 'Role name, member id or department id, by `kind`' }),
  })
  .meta({ id: 'WaitingForAnswer', description: 'Whom the next step waits for' });

export const RungAnswer = z
  .object({ rung: z.int().min(1).max(6), kind: z.enum(RUNG_KINDS), at: z.iso.datetime() })
  .meta({ id: 'RungAnswer', description: 'The next rung of the ladder, unless the step is done before' });

export const DeadlineAnswer = z
  .object({
    step: z.enum(STEPS),
    holderId: z.string().optional(),
    startedAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    provisional: z.boolean().meta({ description: 'True while the year’s official calendar is not published' }),
    paused: z.boolean(),
    daysOffBetween: z.int().meta({ description: 'Days in between that are no working days' }),
    doneAt: z.iso.datetime().optional(),
    rungs: z
      .array(RungAnswer.extend({ fired: z.boolean() }))
      .optional()
      .meta({ description: 'All rungs of a step that climbs the whole ladder; absent for other clocks' }),
  })
  .meta({ id: 'DeadlineAnswer', description: 'A clock as it is shown' });
