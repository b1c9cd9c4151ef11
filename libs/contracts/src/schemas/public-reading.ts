import { z } from 'zod';
import { SESSION_FORMATS, SESSION_MODES } from '../sessions.js';
import { SKILL_CODES } from '../skills.js';
import { TOPIC_OUTCOMES, TOPIC_PHASES, TOPIC_STATES } from '../topics.js';
import { openingHours } from './venues.js';

/** What everybody reads without sign-in: nothing but what hangs on the notice board too (S23, S38, S99, S113). */

const instant = z.iso.datetime();
const serverNow = z.iso.datetime().optional();
const communityId = z.string().trim().min(1).max(40);

/** Query of the lists about one community, which gives the subdistrict too. */
export const OfCommunity = z.strictObject({ communityId }).meta({ id: 'OfCommunity' });
export type OfCommunity = z.output<typeof OfCommunity>;

export const PublicCommunities = z
  .object({
    items: z.array(z.object({ id: z.string(), subdistrictId: z.string(), name: z.string() })),
    serverNow,
  })
  .meta({ id: 'PublicCommunities', description: 'Communities a resident may choose from' });
export type PublicCommunities = z.output<typeof PublicCommunities>;

const topicFields = {
  id: z.uuid(),
  title: z.string(),
  communityIds: z.array(z.string()),
  endorsements: z.int().meta({ description: 'Residents who want it too, each counted once (S38)' }),
  phase: z.enum(TOPIC_PHASES),
  state: z.enum(TOPIC_STATES),
  outcome: z.enum(TOPIC_OUTCOMES).optional(),
  proposedAt: instant,
};
export const PublicTopics = z
  .object({ items: z.array(z.object(topicFields)), serverNow })
  .meta({ id: 'PublicTopics', description: 'Public topics of a community, most endorsed first, a hundred at most' });
export type PublicTopics = z.output<typeof PublicTopics>;

export const PublicTopic = z
  .object({
    ...topicFields,
    problem: z.string(),
    phases: z.array(z.object({ phase: z.enum(TOPIC_PHASES), at: instant })).meta({ description: 'Entered so far' }),
    serverNow,
  })
  .meta({ id: 'PublicTopic', description: 'A topic as everybody may read it: no person, no matter of its own' });
export type PublicTopic = z.output<typeof PublicTopic>;

export const PublicMembers = z
  .object({
    items: z.array(
      z.object({
        ...{ id: z.string(), name: z.string(), sector: z.string().meta({ description: '界别' }) },
        ...{ skills: z.array(z.enum(SKILL_CODES)), isFictional: z.boolean() },
      }),
    ),
    serverNow,
  })
  .meta({ id: 'PublicMembers', description: 'Members posted to a community today: no phone, a hundred at most' });
export type PublicMembers = z.output<typeof PublicMembers>;

export const PublicVenues = z
  .object({
    items: z.array(z.object({ id: z.uuid(), name: z.string(), address: z.string(), openingHours })),
    serverNow,
  })
  .meta({ id: 'PublicVenues', description: 'Venues in use, of a community and of its subdistrict, by name' });
export type PublicVenues = z.output<typeof PublicVenues>;

export const ComingSittings = z
  .object({
    items: z.array(
      z.object({
        ...{ sessionId: z.uuid(), format: z.enum(SESSION_FORMATS), mode: z.enum(SESSION_MODES) },
        ...{ startsAt: instant, endsAt: instant, agenda: z.array(z.string()) },
      }),
    ),
    serverNow,
  })
  .meta({ id: 'ComingSittings', description: 'Sittings any resident may come to, the next first, twenty at most' });
export type ComingSittings = z.output<typeof ComingSittings>;
