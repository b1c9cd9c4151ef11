import { z } from 'zod';
import { NOTICE_CHANNELS, NOTICE_GROUPS } from '../notice-channels.js';
import { NOTICE_KINDS, NOTICE_URGENCIES } from '../notice-kinds.js';
import { ROLES } from '../roles.js';
import { RUNG_KINDS, STEPS } from '../steps.js';

/** For what the posts must be held; `person`: only whom the event names. */
export const AUDIENCE_PLACES = [
  'subdistrict',
  'community',
  'communities',
  'department',
  'lead',
  'supporting',
  'member',
  'person',
] as const;

export const NoticeAudience = z
  .object({ roles: z.array(z.enum(ROLES)), of: z.enum(AUDIENCE_PLACES) })
  .meta({ id: 'NoticeAudience', description: 'Who holds one of these roles for the place the event is about.' });
export type NoticeAudience = z.output<typeof NoticeAudience>;

export const NoticeRuleLine = z
  .object({
    event: z.string().meta({ description: 'Type of the event.', examples: ['whistle.blown.v1'] }),
    kind: z.enum(NOTICE_KINDS),
    group: z.enum(NOTICE_GROUPS).meta({ description: 'Under which people choose their channels.' }),
    text: z.string().meta({ description: 'What it says, without its particulars.' }),
    when: z.string().optional().meta({ description: 'Only then, in words; left out: always.' }),
    urgency: z.enum(NOTICE_URGENCIES),
    byLadder: z.boolean().meta({ description: 'The ladder says who, by the step that is late; `to` is empty.' }),
    to: z.array(NoticeAudience),
    channels: z.array(z.enum(NOTICE_CHANNELS)).meta({
      description: 'Beside the inbox, where the person has an address and chose nothing else.',
    }),
  })
  .meta({ id: 'NoticeRuleLine' });
export type NoticeRuleLine = z.output<typeof NoticeRuleLine>;

export const LadderLine = z
  .object({
    step: z.enum(STEPS),
    rungs: z.array(z.object({ rung: z.enum(RUNG_KINDS), to: z.array(NoticeAudience) })),
  })
  .meta({ id: 'LadderLine', description: 'Who hears of a late step, rung by rung.' });
export type LadderLine = z.output<typeof LadderLine>;

export const NoticeRuleTable = z
  .object({
    items: z.array(NoticeRuleLine),
    ladder: z.array(LadderLine),
    silent: z.array(z.string()).meta({ description: 'Events of which nobody is told, on purpose.' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'NoticeRuleTable', description: 'Who is told of what, and by which channel; as it is programmed.' });
export type NoticeRuleTable = z.output<typeof NoticeRuleTable>;
