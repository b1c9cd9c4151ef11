import type { Sitting } from '@hsl/contracts/schemas/sittings';
import type { Session } from '@hsl/contracts/schemas/sessions';
import { SEATS, SESSION_FORMATS } from '@hsl/contracts/sessions';
import { SESSION_OUTCOMES } from '@hsl/contracts/states';
import type { ActionForm, Field, Typed } from '../actions/action-form.js';
import type { ActionTable, Listed } from '../actions/sort-actions.js';
import type { Presence } from './use-presence.js';

const YES_NO = ['true', 'false'] as const;
const SCORES = ['5', '4', '3', '2', '1'] as const;
const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', maxLength: 1_000, ...more });
const score = (name: string): Field => ({ name, kind: 'choice', codes: SCORES, words: 'score' });
const yes = (value: unknown): boolean => value === 'true';

/** When, in which form and where it is held, and on what. */
export const PLAN_FIELDS: readonly Field[] = [
  { name: 'format', kind: 'choice', codes: SESSION_FORMATS, words: 'sessionFormat' },
  { name: 'startsAt', kind: 'instant' },
  { name: 'endsAt', kind: 'instant' },
  { name: 'agenda', kind: 'lines', isOptional: true, maxLength: 2_000 },
  { name: 'onlineLink', kind: 'line', maxLength: 500, onlyWith: { field: 'format', codes: ['online', 'hybrid'] } },
  { name: 'openToAll', kind: 'choice', codes: YES_NO, words: 'yes', initial: 'false' },
  { name: 'bookingId', kind: 'booking', isOptional: true },
  { name: 'quorum', kind: 'number', isOptional: true },
];
export const planBody = ({ openToAll, ...rest }: Typed): object => ({ ...rest, openToAll: yes(openToAll) });

const who = (code: string) => ({ field: 'who', codes: [code] });
const RESIDENT: readonly Field[] = [
  { name: 'residentName', kind: 'line', maxLength: 40, onlyWith: who('resident') },
  { name: 'phoneTail', kind: 'line', maxLength: 4, isOptional: true, onlyWith: who('resident') },
];
const INVITE: ActionForm = {
  path: 'participants',
  fields: [
    { name: 'seat', kind: 'choice', codes: SEATS, words: 'seat' },
    { name: 'who', kind: 'choice', codes: ['member', 'department', 'resident'], words: 'invited' },
    { name: 'memberId', kind: 'member', onlyWith: who('member') },
    { name: 'departmentId', kind: 'department', onlyWith: who('department') },
    ...RESIDENT,
  ],
  toBody: ({ who: _kind, ...rest }) => rest,
};
const CLOSE: ActionForm = {
  path: 'outcome',
  fields: [
    text('problem', { maxLength: 500, label: 'field.sessionProblem' }),
    { name: 'outcome', kind: 'choice', codes: SESSION_OUTCOMES, words: 'sessionOutcome' },
    text('consensus', { maxLength: 2_000, onlyWith: { field: 'outcome', codes: ['consensus', 'partial'] } }),
    text('dissent', { maxLength: 2_000, isOptional: true }),
    text('nextStep', { onlyWith: { field: 'outcome', codes: ['none'] } }),
    { name: 'attendance', kind: 'number', label: 'field.headsPresent', isOptional: true },
  ],
};

/** Every step of a session that this portal offers; several may stand behind one right. */
export const SESSION_ACTIONS: ActionTable = {
  forms: {
    'session.respondInvitation': {
      path: 'response',
      fields: [{ name: 'coming', kind: 'choice', codes: YES_NO, words: 'yes' }],
      toBody: ({ coming }) => ({ accept: yes(coming) }),
    },
    'session.signIn': { path: 'sign-ins', fields: [] },
    'session.giveOpinion': { path: 'opinions', fields: [text('text')] },
    'session.recordDissent': { path: 'opinions', fields: [text('text')], fixed: { isDissent: true } },
    'session.plan': { path: 'sitting', method: 'PUT', fields: PLAN_FIELDS, toBody: planBody },
    'session.invite': INVITE,
    'session.putMotion': { path: 'motions', fields: [text('text', { maxLength: 300 })] },
    'session.close': CLOSE,
    'session.linkOutcome': {
      path: 'links',
      fields: [{ name: 'targetId', kind: 'whistle' }],
      fixed: { kind: 'whistle' },
    },
    'session.publishRecord': { path: 'publication', fields: [text('result', { label: 'field.publishedResult' })] },
    'session.signMinutes': { path: 'signatures', fields: [] },
    'session.evaluate': {
      path: 'scores',
      fields: [score('effect'), score('character'), score('response')],
      toBody: (typed) => Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, Number(value)])),
    },
    'session.signInResident': {
      path: 'sign-ins',
      fields: RESIDENT.map(({ onlyWith: _always, ...field }) => field),
    },
    'session.countHeads': { path: 'heads', method: 'PUT', fields: [{ name: 'heads', kind: 'number' }] },
    'session.remind': { path: 'reminders', fields: [] },
    'session.cancel': { path: 'cancellation', fields: [text('reason', { maxLength: 500 })] },
  },
  stepActions: { deliberate: 'session.close' },
  sideSteps: ['session.signInResident', 'session.countHeads', 'session.remind', 'session.cancel'],
};

/** Steps that one right opens, where they are not of its own name. */
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  'session.convene': ['session.plan'],
  'session.invite': ['session.invite', 'session.signInResident', 'session.remind'],
  'session.recordMinutes': ['session.putMotion', 'session.countHeads', 'session.linkOutcome'],
};

/** What a step needs beside the right to it; who has no use for it is not offered it. */
interface Around {
  session: Session;
  sitting: Sitting | undefined;
  presence: Presence;
}
const IS_APT: Readonly<Record<string, (around: Around) => boolean>> = {
  'session.respondInvitation': ({ presence }) => presence === 'invited',
  'session.signIn': ({ presence }) => presence !== 'here',
  'session.invite': ({ sitting }) => sitting !== undefined,
  'session.signInResident': ({ sitting }) => sitting !== undefined,
  'session.remind': ({ sitting }) => sitting !== undefined,
  'session.putMotion': ({ session, sitting }) =>
    session.state === 'CONVENED' && sitting !== undefined && sitting.mode !== 'onSite',
  'session.countHeads': ({ session, sitting }) => session.state === 'CONVENED' && sitting !== undefined,
  'session.linkOutcome': ({ session }) => session.minutes.length > 0,
  'session.cancel': ({ session }) => session.purpose === 'thematic',
};

export const sessionActions = (around: Around): Listed[] =>
  around.session.actions
    .flatMap((action) => (BEHIND[action.name] ?? [action.name]).map((name) => ({ ...action, name })))
    .filter(({ name }) => IS_APT[name]?.(around) ?? true);
