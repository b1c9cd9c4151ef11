import { count, day, id, ids, nothing, oneOf, reason, words } from '@hsl/registers/fields';
import type { Register } from '@hsl/registers/register';
import { z } from 'zod';

const OPEN_TO_STAFF = ['campaign.read'];

/** S5: what somebody thinks should be done, adopted or not with the reason. */
const suggestion: Register = {
  ...{ name: 'suggestion', path: 'suggestions', tag: 'solicitation', summary: 'Suggestions' },
  birth: {
    ...{ name: 'submit', state: 'SUBMITTED', summary: 'Submit a golden idea, a pragmatic policy or an innovation' },
    body: z
      .strictObject({
        kind: oneOf('类别', ['goldenIdea', 'pragmaticPolicy', 'innovation']),
        title: words('标题', 60),
        text: words('内容', 2000),
        communityId: id('社区').optional(),
      })
      .meta({
        id: 'SubmitSuggestion',
        examples: [{ kind: 'goldenIdea', title: '错峰停车', text: '机关车位夜间向居民开放。', communityId: 'ZX01' }],
      }),
  },
  steps: [
    {
      ...{ name: 'decide', path: 'decision', summary: 'Adopt it, or not, with the reason', from: ['SUBMITTED'] },
      to: {
        states: ['ADOPTED', 'NOT_ADOPTED'],
        of: ({ isAdopted }) => (isAdopted === true ? 'ADOPTED' : 'NOT_ADOPTED'),
      },
      body: z
        .strictObject({ isAdopted: z.boolean().meta({ title: '采纳' }), reason })
        .meta({ id: 'DecideSuggestion', examples: [{ isAdopted: true, reason: '已列入今年计划。' }] }),
    },
  ],
  reading: ['suggestion.decide', 'suggestion.submit'],
  filters: ['kind'],
  refs: { communityId: 'community' },
};

/** S39: topics are asked for from one day to another. */
const solicitationRound: Register = {
  ...{
    name: 'solicitationRound',
    path: 'solicitation-rounds',
    tag: 'solicitation',
    summary: 'Rounds of asking for topics',
  },
  birth: {
    ...{ name: 'open', ability: 'manage', state: 'OPEN', summary: 'Open a round' },
    body: z
      .strictObject({ title: words('标题', 60), opensOn: day('开始'), closesOn: day('截止') })
      .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
        path: ['closesOn'],
        params: { code: 'endsBeforeStart', zh: '截止日不能早于开始日。', en: 'It may not end before it begins.' },
      })
      .meta({
        id: 'OpenSolicitationRound',
        examples: [{ title: '2021 年议题征集', opensOn: '2021-03-01', closesOn: '2021-03-31' }],
      }),
  },
  steps: [
    {
      ...{ name: 'close', ability: 'manage', path: 'closing', summary: 'Take no more', from: ['OPEN'], to: 'CLOSED' },
      body: nothing,
    },
    {
      ...{ name: 'screen', ability: 'manage', path: 'screening', summary: 'Say what was chosen', from: ['CLOSED'] },
      to: 'SCREENED',
      body: z
        .strictObject({ chosen: ids('入选议题'), remark: words('说明', 500).optional() })
        .meta({ id: 'ScreenSolicitationRound', examples: [{ chosen: [], remark: '两项并入年度计划。' }] }),
    },
    {
      ...{
        name: 'publish',
        path: 'publication',
        summary: 'Publish what was chosen',
        from: ['SCREENED'],
        to: 'PUBLISHED',
      },
      ...{ body: nothing, marks: ['published'] as const },
    },
  ],
  reading: ['solicitationRound.manage', 'solicitationRound.publish', ...OPEN_TO_STAFF],
  filters: [],
  refs: {},
};

const heard = {
  said: words('听到', 1000).meta({ title: '听实话', description: 'What people said' }),
  seen: words('看到', 1000).meta({ title: '察实情', description: 'What was seen' }),
  achieved: words('成效', 1000).meta({ title: '求实效', description: 'What came of it' }),
};

/** S34, S100, S101: visits, surveys and questions to the people, with a target. */
const campaign: Register = {
  ...{ name: 'campaign', path: 'campaigns', tag: 'solicitation', summary: 'Campaigns: visit, survey, seek advice' },
  birth: {
    ...{ name: 'plan', state: 'PLANNED', summary: 'Plan a campaign' },
    body: z
      .strictObject({
        kind: oneOf('形式', ['visit', 'survey', 'seekAdvice']),
        title: words('标题', 60),
        startsOn: day('开始'),
        endsOn: day('结束'),
        target: count('目标').min(1),
        invited: ids('邀请委员').optional(),
      })
      .meta({
        id: 'PlanCampaign',
        examples: [
          {
            kind: 'visit',
            title: '大走访',
            startsOn: '2021-04-01',
            endsOn: '2021-06-30',
            target: 140,
            invited: ['ZX-M01'],
          },
        ],
      }),
  },
  steps: [
    {
      ...{ name: 'approve', path: 'approval', summary: 'Approve it', from: ['PLANNED'], to: 'RUNNING' },
      body: nothing,
    },
    {
      ...{
        name: 'respondInvitation',
        path: 'answers',
        summary: 'An invited member says whether to come, once approved',
      },
      ...{ from: ['RUNNING'], to: 'RUNNING', collects: { into: 'answers', by: 'person' } },
      body: z
        .strictObject({ isAccepted: z.boolean().meta({ title: '参加' }), reason: reason.optional() })
        .refine(({ isAccepted, reason: why }) => isAccepted || why !== undefined, {
          path: ['reason'],
          params: { code: 'reasonMissing', zh: '不参加须说明理由。', en: 'Say why not.' },
        })
        .meta({ id: 'AnswerCampaignInvitation', examples: [{ isAccepted: true }] }),
    },
    {
      ...{
        name: 'attend',
        ability: 'record',
        path: 'attendance',
        summary: 'Whoever records says that they were there',
      },
      ...{ from: ['RUNNING'], to: 'RUNNING', collects: { into: 'attended', by: 'person' } },
      body: z.strictObject({ on: day('日期') }).meta({ id: 'AttendCampaign', examples: [{ on: '2021-04-03' }] }),
    },
    {
      ...{ name: 'record', path: 'records', summary: 'Record what was said, seen and achieved', from: ['RUNNING'] },
      ...{ to: 'RUNNING', collects: { into: 'records', by: 'recordId' } },
      body: z.strictObject({ recordId: z.uuid(), on: day('日期'), communityId: id('社区'), ...heard }).meta({
        id: 'RecordCampaign',
        examples: [
          {
            ...{ recordId: '6f1f6a57-5a53-4c7a-9d0c-0e6f2a8f1b11', on: '2021-04-03', communityId: 'ZX01' },
            ...{ said: '晚上没有路灯。', seen: '三盏路灯不亮。', achieved: '当周修复。' },
          },
        ],
      }),
    },
    {
      ...{ name: 'close', ability: 'plan', path: 'closing', summary: 'Close it', from: ['RUNNING'], to: 'CLOSED' },
      body: nothing,
    },
  ],
  reading: OPEN_TO_STAFF,
  filters: ['kind'],
  refs: { communityId: 'community' },
  assigned: 'invited',
};

/** S33: a round over all communities, one finding each; progress n/14. */
const communityTour: Register = {
  ...{ name: 'communityTour', path: 'community-tours', tag: 'solicitation', summary: 'Tours of all communities' },
  birth: {
    ...{ name: 'plan', state: 'PLANNED', summary: 'Plan a tour' },
    body: z
      .strictObject({ title: words('标题', 60), startsOn: day('开始') })
      .meta({ id: 'PlanCommunityTour', examples: [{ title: '逐社区观摩', startsOn: '2021-05-10' }] }),
  },
  steps: [
    {
      ...{ name: 'recordFinding', path: 'findings', summary: 'Record what was found in a community, once for each' },
      ...{ from: ['PLANNED', 'UNDER_WAY'], to: 'UNDER_WAY', collects: { into: 'findings', by: 'communityId' } },
      body: z.strictObject({ communityId: id('社区'), on: day('日期'), finding: words('观摩所见', 1000) }).meta({
        id: 'RecordFinding',
        examples: [{ communityId: 'ZX03', on: '2021-05-11', finding: '楼道整洁，车棚不足。' }],
      }),
    },
    {
      ...{ name: 'close', ability: 'plan', path: 'closing', summary: 'Close it', from: ['UNDER_WAY'], to: 'CLOSED' },
      body: z
        .strictObject({ reason: reason.optional() })
        .meta({ id: 'CloseCommunityTour', examples: [{ reason: '十四个社区均已走到。' }] }),
    },
  ],
  reading: ['communityTour.plan', ...OPEN_TO_STAFF],
  filters: [],
  refs: { communityId: 'community' },
};

/** S101: a visit has three things to tell. */
const visit: Register = {
  ...{ name: 'visit', path: 'visits', tag: 'solicitation', summary: 'Visits to residents' },
  birth: {
    ...{ name: 'record', state: 'RECORDED', summary: 'Record what was said, seen and achieved' },
    body: z.strictObject({ communityId: id('社区'), on: day('日期'), ...heard }).meta({
      id: 'RecordVisit',
      examples: [
        { communityId: 'ZX01', on: '2021-04-03', said: '电梯常坏。', seen: '停用告示。', achieved: '约维保单位到场。' },
      ],
    }),
  },
  steps: [],
  reading: ['visit.record', ...OPEN_TO_STAFF],
  filters: [],
  refs: { communityId: 'community' },
};

export const SOLICITATION_REGISTERS: readonly Register[] = [
  suggestion,
  solicitationRound,
  campaign,
  communityTour,
  visit,
];
