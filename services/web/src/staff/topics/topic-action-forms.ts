import { TIERS, TRACKS } from '@hsl/contracts/grades';
import {
  PROBLEM_TYPES,
  TOPIC_CONSENSUS,
  TOPIC_LEVELS,
  TOPIC_NATURES,
  TOPIC_OUTCOMES,
  TOPIC_SCALES,
} from '@hsl/contracts/topics';
import type { ActionForm, Field } from '../actions/action-form.js';
import type { ActionTable, Listed } from '../actions/sort-actions.js';
import { PLAN_FIELDS, planBody } from '../sessions/session-action-forms.js';

const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', maxLength: 2_000, ...more });
const REASON = text('reason', { maxLength: 500 });
const TOPIC_FIELDS: readonly Field[] = [
  { name: 'title', kind: 'line', maxLength: 60 },
  text('problem'),
  { name: 'categoryCode', kind: 'category' },
  { name: 'communityIds', kind: 'communities' },
  { name: 'scale', kind: 'choice', codes: TOPIC_SCALES, words: 'topicScale', initial: 'keyMinor' },
  { name: 'tier', kind: 'choice', codes: TIERS, words: 'field.tier', initial: 'neighbourhood' },
];
const PLANNED: readonly Field[] = [
  { name: 'planYear', kind: 'number' },
  { name: 'memberIds', kind: 'members', isOptional: true },
];
const tag = (name: string, codes: readonly string[], words: string): Field => ({
  ...{ name, codes, words, isOptional: true },
  kind: 'choice',
});
const move: ActionForm = {
  path: 'level',
  fields: [{ name: 'to', kind: 'choice', codes: TOPIC_LEVELS, words: 'topicLevel' }, REASON],
};

/** What a new topic asks; the leadership sets one straight into the plan. */
export const NEW_TOPIC: ActionTable = {
  forms: {
    'topic.propose': { path: '', fields: TOPIC_FIELDS },
    'topic.nominate': { path: 'nominations', fields: [...TOPIC_FIELDS, ...PLANNED, REASON] },
  },
  stepActions: {},
  sideSteps: [],
};

/** Steps of a topic's life, and what may be done beside them. */
export const topicTable = (topicId: string): ActionTable => ({
  forms: {
    'topic.shortlist': { path: 'shortlisting', fields: [text('remark', { maxLength: 500, isOptional: true })] },
    'topic.plan': { path: 'planning', fields: PLANNED },
    'topic.recordSurvey': { path: 'survey', fields: [text('finding', { label: 'field.surveyFinding' })] },
    'session.convene': { path: '/api/deliberations', fields: PLAN_FIELDS, toBody: planBody, fixed: { topicId } },
    'topic.deliberate': {
      path: 'consensus',
      fields: [{ name: 'consensus', kind: 'choice', codes: TOPIC_CONSENSUS, words: 'sessionOutcome' }, text('words')],
    },
    'topic.convert': { path: 'conversion', fields: [text('measures')] },
    'topic.close': {
      path: 'closing',
      fields: [{ name: 'outcome', kind: 'choice', codes: TOPIC_OUTCOMES, words: 'topicOutcome' }, REASON],
    },
    'topic.tag': {
      path: 'tags',
      fields: [
        tag('scale', TOPIC_SCALES, 'topicScale'),
        tag('tier', TIERS, 'field.tier'),
        tag('nature', TOPIC_NATURES, 'topicNature'),
        tag('track', TRACKS, 'field.track'),
        { ...tag('problemTypes', PROBLEM_TYPES, 'problemType'), kind: 'choices' },
      ],
    },
    'matter.escalate': move,
    'matter.handDown': move,
  },
  stepActions: {},
  sideSteps: ['session.convene', 'topic.tag', 'matter.escalate', 'matter.handDown'],
});

/** Whoever may close a session on a topic says what people came to. */
export const topicSteps = (actions: readonly Listed[]): Listed[] =>
  actions.map((action) => (action.name === 'session.close' ? { ...action, name: 'topic.deliberate' } : action));
