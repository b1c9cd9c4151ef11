import { z } from 'zod';
import { PARTICIPANT_STATES, SEATS, SESSION_FORMATS, SESSION_MODES } from '../sessions.js';

/** Requests and answers on the sittings of a session: plan, invitations, who came. */

const words = (max: number) => z.string().trim().min(1).max(max);
const id = words(60);
const instant = z.iso.datetime();
const serverNow = instant.optional();
/** Of a resident, who has no account; it came with the invitation or the sign-in. */
export const participantToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/)
  .optional()
  .meta({ description: 'Of a participant without account; came with the invitation or the sign-in' });

export const planFields = {
  format: z.enum(SESSION_FORMATS),
  startsAt: instant,
  endsAt: instant,
  agenda: z.array(words(200)).max(20).default([]).meta({ description: 'Needed, except for a stool talk' }),
  onlineLink: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional()
    .meta({ description: 'Needed if online or hybrid' }),
  bookingId: z.uuid().optional().meta({ description: 'A booking of a room for this session' }),
  openToAll: z.boolean().default(false).meta({ description: 'Any resident may come and sign in' }),
  quorum: z.int().min(2).max(1000).optional().meta({ description: 'Half of those invited by name if absent' }),
};

const PLAN = {
  ...{ format: 'hybrid', startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T03:00:00Z', openToAll: true },
  ...{ agenda: ['通报现状', '居民发言', '形成共识'], onlineLink: 'https://meeting.example.cn/8a1' },
};

export const PlanSitting = z.strictObject(planFields).meta({
  ...{ id: 'PlanSitting', description: 'When, in which form and where a session is held, and on what' },
  examples: [PLAN],
});
export type PlanSitting = z.output<typeof PlanSitting>;

export const ConveneThematicSession = z
  .strictObject({
    topicId: z.uuid(),
    communityIds: z.array(id).min(1).max(40).optional().meta({ description: 'Those of the topic if absent' }),
    memberIds: z.array(id).max(40).default([]),
    ...planFields,
  })
  .meta({
    ...{ id: 'ConveneThematicSession', description: 'A session on a topic, without a whistle (S70)' },
    examples: [{ topicId: '0199b6c2-55a4-7c52-9f3e-0f6a4d3f7b11', ...PLAN }],
  });
export type ConveneThematicSession = z.output<typeof ConveneThematicSession>;

export const InviteParticipant = z
  .strictObject({
    seat: z.enum(SEATS),
    memberId: id.optional(),
    userId: id.optional(),
    departmentId: id.optional().meta({ description: 'Alone, or with the account of its person' }),
    residentName: words(40).optional().meta({ description: 'Of a resident without account' }),
    phoneTail: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .meta({ description: 'Tells two of the same name apart' }),
    communityId: id.optional(),
  })
  .refine(
    ({ memberId, userId, departmentId, residentName }) => {
      const named = [memberId, userId ?? departmentId, residentName].filter((one) => one !== undefined);
      return named.length === 1;
    },
    {
      params: {
        code: 'required',
        zh: '请写明一位委员、一个账号或部门、或一位居民。',
        en: 'Name one member, account, department or resident.',
      },
    },
  )
  .meta({
    ...{ id: 'InviteParticipant', description: 'Somebody is invited to take a seat' },
    examples: [{ seat: 'resident', residentName: '王建国', phoneTail: '0417', communityId: 'ZX01' }],
  });
export type InviteParticipant = z.output<typeof InviteParticipant>;

export const RespondInvitation = z
  .strictObject({ accept: z.boolean(), token: participantToken })
  .meta({ id: 'RespondInvitation', examples: [{ accept: true }] });
export type RespondInvitation = z.output<typeof RespondInvitation>;

export const SignInToSitting = z
  .strictObject({
    token: participantToken,
    residentName: words(40).optional().meta({ description: 'Of a resident who was not invited' }),
    phoneTail: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    communityId: id.optional(),
  })
  .meta({ id: 'SignInToSitting', examples: [{ residentName: '李秀英', phoneTail: '2251', communityId: 'ZX01' }] });
export type SignInToSitting = z.output<typeof SignInToSitting>;

export const CancelSession = z
  .strictObject({ reason: words(500) })
  .meta({ id: 'CancelSession', examples: [{ reason: '场地漏水，改期另行通知' }] });
export type CancelSession = z.output<typeof CancelSession>;

export const CountHeads = z
  .strictObject({ heads: z.int().min(0).max(10_000) })
  .meta({ id: 'CountHeads', description: 'Residents who came and gave no name', examples: [{ heads: 46 }] });
export type CountHeads = z.output<typeof CountHeads>;

const participantFields = {
  id: z.uuid(),
  seat: z.enum(SEATS),
  state: z.enum(PARTICIPANT_STATES),
  memberId: z.string().optional(),
  userId: z.string().optional(),
  departmentId: z.string().optional(),
  communityId: z.string().optional(),
  isVoter: z.boolean(),
  signedInAt: instant.optional(),
};
export const SittingParticipant = z
  .object({
    ...participantFields,
    residentName: z.string().optional().meta({ description: 'Only for who runs the session' }),
    token: z.string().optional().meta({ description: 'Answered once, to hand to a resident without account' }),
    serverNow,
  })
  .meta({ id: 'SittingParticipant' });
export type SittingParticipant = z.output<typeof SittingParticipant>;

export const Sitting = z
  .object({
    id: z.uuid(),
    sessionId: z.uuid(),
    round: z.int(),
    version: z.int(),
    format: z.enum(SESSION_FORMATS),
    mode: z.enum(SESSION_MODES),
    startsAt: instant,
    endsAt: instant,
    agenda: z.array(z.string()),
    onlineLink: z.string().optional(),
    bookingId: z.uuid().optional(),
    openToAll: z.boolean(),
    remindedAt: instant.optional(),
    attendance: z.object({
      invited: z.int(),
      accepted: z.int(),
      declined: z.int(),
      named: z.int().meta({ description: 'Persons who signed in' }),
      heads: z.int().meta({ description: 'Came without a name' }),
      departments: z.int().meta({ description: 'Distinct departments of those who signed in' }),
      quorum: z.int(),
      isQuorate: z.boolean(),
    }),
    seats: z
      .object({ missingSeats: z.array(z.enum(SEATS)), stakeholders: z.int(), complies: z.boolean() })
      .meta({ description: '6+N (S24): of those who signed in; before anybody did, of those invited' }),
    participants: z.array(SittingParticipant),
    serverNow,
  })
  .meta({ id: 'Sitting', description: 'One holding of a session' });
export type Sitting = z.output<typeof Sitting>;
