import { GRADES, LEVELS, TIERS, TRACKS } from '@hsl/contracts/grades';
import type { ApplyLedger } from '@hsl/contracts/schemas/whistle-steps';
import { DECLINE_CODES, LAST_CHOICES } from '@hsl/contracts/states';
import type { Step } from '@hsl/contracts/steps';
import type { ActionForm, Field, Typed } from '../actions/action-form.js';
import { rulingForm } from '../actions/ruling-form.js';
import type { ActionTable } from '../actions/sort-actions.js';

const CHANNELS = ['phone', 'sms', 'visit', 'wechat', 'letter'] as const;
/** What keeps a matter from being settled soon. */
const BLOCKER_TYPES = [
  ...(['land', 'funds', 'documents', 'consent', 'technology', 'policy', 'other'] as const),
] satisfies ApplyLedger['blockers'][number]['type'][];
const YES_NO = ['true', 'false'] as const;

const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', maxLength: 1_000, ...more });
const choice = (name: string, codes: readonly string[], more: Partial<Field> = {}): Field => ({
  ...{ name, kind: 'choice', codes },
  ...more,
});
const REASON = text('reason');
const NOTE = text('note', { isOptional: true });
const CHANNEL = choice('channel', CHANNELS, { words: 'channel', initial: 'phone' });
/** Settled on the spot: without a picture of how it is now nobody would know. */
const EVIDENCE: Field = { name: 'evidence', kind: 'evidence', shots: [{ stage: 'after', least: 1 }] };
const GRADE = choice('grade', GRADES, { words: 'grade' });
const LEVEL = choice('level', LEVELS, { words: 'level' });
const UNITS: readonly Field[] = [
  { name: 'leadDepartmentId', kind: 'department' },
  { name: 'supportingDepartmentIds', kind: 'departments', isOptional: true },
];
const withConsent =
  (name: string) =>
  ({ channel, ...rest }: Typed): object =>
    channel === undefined ? rest : { ...rest, [name]: { channel } };

const TRIAGE: Record<string, ActionForm> = {
  'whistle.accept': {
    path: 'acceptance',
    fields: [
      GRADE,
      { ...LEVEL, initial: 'blue' },
      choice('tier', TIERS, { initial: 'neighbourhood' }),
      choice('track', TRACKS, { initial: 'immediate' }),
    ],
  },
  'whistle.countersign': { path: 'countersign', fields: [] },
  'whistle.sendBack': { path: 'send-back', fields: [text('missing')] },
  'whistle.resubmit': { path: 'resubmission', fields: [text('added', { maxLength: 2_000 })] },
  'whistle.decline': {
    path: 'decline',
    fields: [choice('reasonCode', DECLINE_CODES), text('referral', { maxLength: 200 }), REASON],
  },
  'whistle.confirmDecline': rulingForm('decline/ruling'),
  'whistle.object': { path: 'objection', fields: [REASON] },
  'whistle.ruleObjection': rulingForm('objection/ruling'),
  'whistle.recordContact': { path: 'contacts', fields: [CHANNEL, NOTE] },
  'whistle.merge': { path: 'merge', fields: [{ name: 'masterId', kind: 'whistle' }, REASON] },
  'whistle.linkRepeat': { path: 'repeat', fields: [{ name: 'repeatOf', kind: 'whistle' }] },
};

const GRADING: Record<string, ActionForm> = {
  'whistle.raiseGrade': { path: 'grade', fields: [GRADE, REASON] },
  'whistle.lowerGrade': { path: 'grade', fields: [GRADE, REASON] },
  'whistle.raiseLevel': { path: 'grade', fields: [LEVEL, REASON] },
  'whistle.lowerLevel': { path: 'grade', fields: [LEVEL, REASON] },
};

const AT_WORK: Record<string, ActionForm> = {
  'session.convene': { path: 'sessions', fields: [text('subject', { maxLength: 200 }), NOTE] },
  'whistle.conveneDissatisfied': { path: 'sessions', fields: [text('subject', { maxLength: 200 }), NOTE] },
  'whistle.selfResolve': { path: 'self-resolution', fields: [text('summary', { maxLength: 2_000 }), EVIDENCE] },
  'whistle.adviseDispatch': { path: 'dispatch-advice', fields: [...UNITS, NOTE] },
  'whistle.dispatch': { path: 'dispatch', fields: [...UNITS, text('brief', { isOptional: true, maxLength: 2_000 })] },
  'ledger.apply': {
    path: 'ledger-application',
    fields: [
      REASON,
      choice('blockerType', BLOCKER_TYPES),
      text('blockerNote', { maxLength: 500 }),
      { name: 'milestones', kind: 'milestones' },
      text('goal', { maxLength: 500 }),
      text('briefMeasures', { maxLength: 2_000 }),
    ],
    toBody: ({ blockerType: type, blockerNote: note, goal, briefMeasures: measures, ...rest }) => ({
      ...{ ...rest, blockers: [{ type, note }], taskBrief: { goal, measures } },
    }),
  },
  'whistle.correctUnits': { path: 'units', fields: [...UNITS, REASON] },
  'whistle.verify': {
    path: 'verification',
    fields: [
      choice('verdict', ['pass', 'fail']),
      text('note', { onlyWith: { field: 'verdict', codes: ['fail'] } }),
      { name: 'evidence', kind: 'evidence', shots: [{ stage: 'after' }], isOptional: true },
      choice('falseFeedback', YES_NO, { initial: 'false', onlyWith: { field: 'verdict', codes: ['fail'] } }),
    ],
    toBody: ({ falseFeedback, ...rest }) => ({ ...rest, falseFeedback: falseFeedback === 'true' }),
  },
  'whistle.flagFalseFeedback': { path: 'false-feedback', fields: [REASON] },
};

const ENDING: Record<string, ActionForm> = {
  'whistle.revisit': {
    path: 'revisits',
    fields: [
      choice('solved', ['yes', 'partly', 'no']),
      choice('satisfaction', ['satisfied', 'basic', 'dissatisfied']),
      NOTE,
    ],
  },
  'whistle.logRevisitAttempt': { path: 'revisit-attempts', fields: [CHANNEL, NOTE] },
  'whistle.confirmProactive': { path: 'confirmation', fields: [] },
  'whistle.chooseOutcome': {
    path: 'outcome-choice',
    fields: [
      choice('choice', LAST_CHOICES),
      REASON,
      { name: 'milestones', kind: 'milestones', onlyWith: { field: 'choice', codes: ['carryOver', 'ledger'] } },
    ],
  },
  'whistle.withdraw': {
    path: 'withdrawal',
    fields: [REASON, { ...CHANNEL, isOptional: true, initial: undefined }],
    toBody: withConsent('consent'),
  },
  'whistle.approveWithdraw': rulingForm('withdrawal/ruling'),
  'whistle.reopen': { path: 'reopening', fields: [REASON, CHANNEL], toBody: withConsent('onBehalfOf') },
};

/** What a step that is waited for asks for: it comes first. */
const STEP_ACTIONS: Partial<Record<Step, string>> = {
  ...{ accept: 'whistle.accept', resubmit: 'whistle.resubmit', countersign: 'whistle.countersign' },
  ...{ declineRuling: 'whistle.confirmDecline', objectionRuling: 'whistle.ruleObjection' },
  ...{ firstContact: 'whistle.recordContact', dispatch: 'whistle.dispatch', deliberate: 'session.convene' },
  ...{ verify: 'whistle.verify', revisit: 'whistle.revisit', outcomeChoice: 'whistle.chooseOutcome' },
  withdrawApproval: 'whistle.approveWithdraw',
};
/** May be done at any time and moves nothing on: last. */
const SIDE_STEPS = [
  ...['whistle.raiseGrade', 'whistle.lowerGrade', 'whistle.raiseLevel', 'whistle.lowerLevel'],
  ...['whistle.merge', 'whistle.linkRepeat', 'whistle.withdraw', 'whistle.flagFalseFeedback'],
];

/** Every action people take on a whistle; the name is the one of the table of rights. */
export const WHISTLE_ACTIONS: ActionTable = {
  forms: { ...TRIAGE, ...GRADING, ...AT_WORK, ...ENDING },
  stepActions: STEP_ACTIONS,
  sideSteps: SIDE_STEPS,
};
