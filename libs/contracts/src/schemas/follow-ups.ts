import { z } from 'zod';
import { LOOK_BACK_STATES } from '../states.js';
import { ActionAnswer } from './matter-views.js';
import { CONTACT_CHANNELS } from './whistle-steps.js';

/** What is asked and looked at once the departments have done their part. */

const instant = z.iso.datetime();
const serverNow = instant.optional();

/** Filters of GET /api/look-backs, beside `limit` and `cursor`. */
export const lookBackFilters = {
  state: z.enum(LOOK_BACK_STATES).optional().meta({ description: 'Default: SCHEDULED' }),
  due: z.enum(['true', 'false']).optional().meta({ description: 'Whether its day has come' }),
};

export const LookBackItem = z
  .object({
    whistleId: z.uuid(),
    number: z.string().meta({ examples: ['ZX-2026-000123'] }),
    communityId: z.string(),
    place: z.string().optional(),
    facts: z.string(),
    sequence: z.int(),
    state: z.enum(LOOK_BACK_STATES),
    dueAt: instant,
    reportedAt: instant.optional(),
    note: z.string().optional().meta({ description: 'What was found on the spot' }),
    reboundWhistleId: z.uuid().optional(),
    action: ActionAnswer,
  })
  .meta({ id: 'LookBackItem', description: 'A look at whether the result of a matter holds' });
export type LookBackItem = z.output<typeof LookBackItem>;
export const LookBackPage = z
  .object({ items: z.array(LookBackItem), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'LookBackPage' });
export type LookBackPage = z.output<typeof LookBackPage>;

export const RevisitRecord = z
  .object({
    whistleId: z.uuid(),
    number: z.string(),
    attempts: z
      .array(z.object({ id: z.uuid(), channel: z.enum(CONTACT_CHANNELS), note: z.string().optional(), at: instant }))
      .meta({ description: 'Tries to reach the residents since the matter came to be revisited, oldest first' }),
    attemptsNeeded: z.int().meta({ description: 'So many, on several days and channels, make a resident unreachable' }),
    reporters: z
      .array(
        z.object({
          id: z.uuid(),
          channel: z.string().meta({ description: 'How it was brought' }),
          maskedPhone: z
            .string()
            .optional()
            .meta({ examples: ['138****0000'] }),
          askedAt: instant.optional().meta({ description: 'When the resident was asked in this round' }),
        }),
      )
      .meta({ description: 'Residents behind it, never by name' }),
    contact: ActionAnswer.meta({ description: 'Whether the caller may look at a phone' }),
    serverNow,
  })
  .meta({ id: 'RevisitRecord', description: 'Whom to call, and how often it was tried' });
export type RevisitRecord = z.output<typeof RevisitRecord>;

export const RevisitCall = z
  .object({
    whistleId: z.uuid(),
    heldBy: z.string().meta({ description: 'Name of who is calling', examples: ['王敏'] }),
    mine: z.boolean().meta({ description: 'Whether it is the caller of this request' }),
    until: instant.meta({ description: 'Free again then, unless it is taken again; ten minutes at most' }),
    serverNow,
  })
  .meta({
    id: 'RevisitCall',
    description: 'Somebody is calling the residents of a matter: nobody else does meanwhile',
  });
export type RevisitCall = z.output<typeof RevisitCall>;

export const RevisitCalls = z
  .object({ items: z.array(RevisitCall), serverNow })
  .meta({ id: 'RevisitCalls', description: 'Calls that are going on; at most a hundred' });
export type RevisitCalls = z.output<typeof RevisitCalls>;

export const RevisitCallEnded = z
  .object({ whistleId: z.uuid(), serverNow })
  .meta({ id: 'RevisitCallEnded', description: 'The caller holds it no longer, whether it was held or not' });
export type RevisitCallEnded = z.output<typeof RevisitCallEnded>;

export const ResidentContact = z
  .object({ phone: z.string(), name: z.string().optional(), serverNow })
  .meta({ id: 'ResidentContact', description: 'How one resident is reached; that it was looked at is on record' });
export type ResidentContact = z.output<typeof ResidentContact>;
