import type { Role } from '@hsl/contracts/roles';
import type { ActionForm, Field } from '../actions/action-form.js';

const COMMUNITY: readonly Role[] = ['communityWorker', 'communityHead'];
const day = (name: string): Field => ({ name, kind: 'plainDay' });
const line = (name: string, maxLength = 60): Field => ({ name, kind: 'line', maxLength });
const choice = (name: string, words: string, codes: readonly string[]): Field => ({
  name,
  kind: 'choice',
  words,
  codes,
});
const COMMUNITY_OF: Field = { name: 'communityId', kind: 'community' };
const MAYBE_COMMUNITY: Field = { ...COMMUNITY_OF, isOptional: true };
/** S101: what people said, what was seen, what came of it. */
const HEARD: readonly Field[] = ['said', 'seen', 'achieved'].map((name) => ({ name, kind: 'text', maxLength: 1_000 }));
const RECORD: readonly Field[] = [COMMUNITY_OF, day('on'), ...HEARD];
const FEN_PER_YUAN = 100;

/** Something that may be done in a list, or to an entry of it in these states. */
export interface ViewAction {
  name: string;
  roles: readonly Role[];
  form: ActionForm;
  states?: readonly string[];
  /** Only for members whom the entry names as invited. */
  isForInvited?: boolean;
}

/** One register of what was held, with what people do in it. */
export interface View {
  path: string;
  actions: readonly ViewAction[];
  /** Steps of an entry; their paths go below it. */
  steps: readonly ViewAction[];
}

const onlyOf = (kinds: readonly string[], field: Field): Field => ({
  ...field,
  onlyWith: { field: 'kind', codes: kinds },
});
const told = (name: string, kind: string): Field => onlyOf([kind], { name, kind: 'text', maxLength: 200 });
const counted = (name: string, kind: string): Field => onlyOf([kind], { name, kind: 'number' });

const PLAN_CAMPAIGN: ActionForm = {
  path: 'campaigns',
  fields: [
    choice('kind', 'campaignKind', ['visit', 'survey', 'seekAdvice']),
    ...[line('title'), day('startsOn'), day('endsOn'), { name: 'target', kind: 'number' } as const],
    { name: 'invited', kind: 'members', isOptional: true },
  ],
};
const ANSWER_INVITATION: ActionForm = {
  path: 'answers',
  fields: [
    choice('isAccepted', 'invitation', ['true', 'false']),
    { name: 'reason', kind: 'text', maxLength: 500, onlyWith: { field: 'isAccepted', codes: ['false'] } },
  ],
  toBody: ({ isAccepted, ...rest }) => ({ ...rest, isAccepted: isAccepted === 'true' }),
};
const PLAN_ACTIVITY: ActionForm = {
  path: 'activities',
  fields: [
    choice('kind', 'activityKind', ['siteMeeting', 'symposium', 'industrySymposium', 'openDay', 'service']),
    ...[line('title'), day('heldOn'), { ...line('place', 100), label: 'field.venue' }],
    onlyOf(['industrySymposium'], line('trade', 40)),
    onlyOf(['siteMeeting', 'symposium', 'openDay', 'service'], MAYBE_COMMUNITY),
  ],
};
const RECORD_MICRO: ActionForm = {
  path: 'micro-activities',
  fields: [
    choice('kind', 'microKind', ['lecture', 'survey', 'deliberation', 'charity']),
    ...[line('title'), day('heldOn'), MAYBE_COMMUNITY, { name: 'attendance', kind: 'number' } as const],
    onlyOf(['lecture'], line('speaker', 40)),
    ...[told('questionnaire', 'survey'), counted('sample', 'survey'), told('finding', 'survey')],
    ...[told('parties', 'deliberation'), told('agreement', 'deliberation')],
    ...[counted('beneficiaries', 'charity'), counted('valueYuan', 'charity')],
  ],
  toBody: inFen,
};
const RECORD_DONATION: ActionForm = {
  path: 'donations',
  fields: [
    choice('kind', 'donationKind', ['money', 'goods']),
    ...[line('campaign'), { name: 'valueYuan', kind: 'number' } as const],
    onlyOf(['goods'], line('goods', 200)),
    ...[day('on'), MAYBE_COMMUNITY],
  ],
  toBody: inFen,
};

/** People write yuan, registers keep fen. */
function inFen({ valueYuan, ...rest }: Readonly<Record<string, unknown>>): object {
  return typeof valueYuan === 'number' ? { ...rest, valueFen: valueYuan * FEN_PER_YUAN } : rest;
}

/** The registers of this page by their name in the address, and what their services let these roles do. */
export const VIEWS = {
  visits: {
    path: 'visits',
    actions: [{ name: 'visit.record', roles: [...COMMUNITY, 'member'], form: { path: 'visits', fields: RECORD } }],
    steps: [],
  },
  campaigns: {
    path: 'campaigns',
    actions: [{ name: 'campaign.plan', roles: ['liaisonOfficer'], form: PLAN_CAMPAIGN }],
    steps: [
      {
        name: 'campaign.approve',
        roles: ['deputyLeader'],
        form: { path: 'approval', fields: [] },
        states: ['PLANNED'],
      },
      {
        ...{ name: 'campaign.record', roles: COMMUNITY, states: ['RUNNING'] },
        form: { path: 'records', fields: RECORD, keyAs: 'recordId' },
      },
      {
        ...{ name: 'campaign.record', roles: ['member'], states: ['RUNNING'], isForInvited: true },
        form: { path: 'records', fields: RECORD, keyAs: 'recordId' },
      },
      {
        ...{ name: 'campaign.respondInvitation', roles: ['member'], states: ['RUNNING'], isForInvited: true },
        form: ANSWER_INVITATION,
      },
      { name: 'campaign.close', roles: ['liaisonOfficer'], form: { path: 'closing', fields: [] }, states: ['RUNNING'] },
    ],
  },
  tours: {
    path: 'community-tours',
    actions: [
      {
        ...{ name: 'communityTour.plan', roles: ['liaisonOfficer'] },
        form: { path: 'community-tours', fields: [line('title'), day('startsOn')] },
      },
    ],
    steps: [
      {
        ...{ name: 'communityTour.recordFinding', roles: ['liaisonOfficer'], states: ['PLANNED', 'UNDER_WAY'] },
        form: {
          path: 'findings',
          fields: [COMMUNITY_OF, day('on'), { name: 'finding', kind: 'text', maxLength: 1_000 }],
        },
      },
      {
        ...{ name: 'communityTour.close', roles: ['liaisonOfficer'], states: ['UNDER_WAY'] },
        form: { path: 'closing', fields: [{ name: 'reason', kind: 'text', maxLength: 500, isOptional: true }] },
      },
    ],
  },
  held: {
    path: 'activities',
    actions: [{ name: 'activity.plan', roles: ['liaisonOfficer'], form: PLAN_ACTIVITY }],
    steps: [
      {
        ...{ name: 'activity.recordAttendance', roles: ['liaisonOfficer', 'communityWorker'] },
        states: ['PLANNED', 'HELD'],
        form: {
          path: 'attendance',
          fields: [
            { name: 'attendingMembers', kind: 'members', isOptional: true },
            ...[{ name: 'headCount', kind: 'number' } as const, { ...day('tookPlaceOn'), isOptional: true }],
          ],
          toBody: ({ attendingMembers = [], ...rest }) => ({ ...rest, attendingMembers }),
        },
      },
      {
        ...{ name: 'activity.cancel', roles: ['liaisonOfficer'], states: ['PLANNED'] },
        form: { path: 'cancellation', fields: [] },
      },
    ],
  },
  micro: {
    path: 'micro-activities',
    actions: [{ name: 'microActivity.record', roles: [...COMMUNITY, 'member'], form: RECORD_MICRO }],
    steps: [],
  },
  donations: {
    path: 'donations',
    actions: [{ name: 'donation.record', roles: [...COMMUNITY, 'member', 'liaisonOfficer'], form: RECORD_DONATION }],
    steps: [],
  },
} as const satisfies Record<string, View>;
export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];
