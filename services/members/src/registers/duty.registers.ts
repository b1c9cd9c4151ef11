import { MEMBER_DUTIES } from '@hsl/contracts/member-duties';
import { count, day, evidence, id, nothing, oneOf, reason, words } from '@hsl/registers/fields';
import type { Register } from '@hsl/registers/register';
import { z } from 'zod';

const work = {
  duty: oneOf('五员', MEMBER_DUTIES),
  title: words('事项', 60),
  on: day('日期'),
  text: words('内容', 2000),
  hours: z.number().min(0.5).max(24).meta({ title: '小时' }).optional(),
};

/** S75, S76: what a member did in office, under one of the five duties; the archive is the list of these. */
const dutyRecord: Register = {
  ...{ name: 'dutyRecord', path: 'duty-records', tag: 'members', summary: 'What members did in office' },
  birth: {
    ...{ name: 'create', state: 'RECORDED', summary: 'Record a piece of work under one of the five duties' },
    body: z.strictObject({ ...work, training: z.boolean().default(false).meta({ title: '培训' }) }).meta({
      id: 'CreateDutyRecord',
      examples: [
        { duty: 'policyPublicist', title: '宣讲民法典', on: '2021-05-20', text: '到社区讲一小时。', hours: 2 },
      ],
    }),
  },
  steps: [
    {
      ...{ name: 'confirm', path: 'confirmation', summary: 'Confirm it; from then on it counts' },
      ...{ from: ['RECORDED', 'CORRECTED'], to: 'CONFIRMED', body: nothing },
    },
    {
      ...{ name: 'correct', path: 'correction', summary: 'Correct it, with the reason' },
      ...{ from: ['RECORDED', 'CONFIRMED', 'CORRECTED'], to: 'CORRECTED' },
      body: z.strictObject({ ...work, reason }).meta({
        id: 'CorrectDutyRecord',
        examples: [{ duty: 'servant', title: '志愿服务', on: '2021-05-20', text: '更正类别。', reason: '归类有误。' }],
      }),
    },
  ],
  reading: ['dutyRecord.read'],
  filters: ['duty'],
  refs: {},
};

/** S44: 万名委员办实事: a promise with its date, kept and confirmed by another. */
const practicalDeed: Register = {
  ...{
    name: 'practicalDeed',
    path: 'practical-deeds',
    tag: 'members',
    summary: 'Practical deeds that members promise',
  },
  birth: {
    ...{ name: 'register', state: 'PROMISED', summary: 'Promise a deed, with its date', marks: ['published'] as const },
    body: z.strictObject({ promise: words('承诺', 500), dueOn: day('期限'), communityId: id('社区') }).meta({
      id: 'RegisterPracticalDeed',
      examples: [{ promise: '为社区图书角添置一百册图书', dueOn: '2021-08-31', communityId: 'ZX01' }],
    }),
  },
  steps: [
    {
      ...{ name: 'report', path: 'report', summary: 'Report it done, with evidence', from: ['PROMISED'], to: 'DONE' },
      body: z.strictObject({ doneOn: day('完成'), evidence }).meta({
        id: 'ReportPracticalDeed',
        examples: [{ doneOn: '2021-08-20', evidence: [{ kind: 'after', note: '图书角照片' }] }],
      }),
    },
    {
      ...{ name: 'confirm', path: 'confirmation', summary: 'Confirm that it was done, or not', from: ['DONE'] },
      to: { states: ['CONFIRMED', 'PROMISED'], of: ({ isDone }) => (isDone === true ? 'CONFIRMED' : 'PROMISED') },
      body: z
        .strictObject({ isDone: z.boolean().meta({ title: '属实' }), remark: words('说明', 500).optional() })
        .meta({ id: 'ConfirmPracticalDeed', examples: [{ isDone: true }] }),
    },
  ],
  reading: ['practicalDeed.read'],
  filters: [],
  refs: { communityId: 'community' },
};

/** S28: people of one field in a community, who are invited together. */
const stakeholderGroup: Register = {
  ...{ name: 'stakeholderGroup', path: 'stakeholder-groups', tag: 'members', summary: 'Groups with a stake' },
  birth: {
    ...{ name: 'add', ability: 'manage', state: 'ACTIVE', summary: 'Add a group' },
    body: z
      .strictObject({
        communityId: id('社区'),
        domain: words('领域', 40),
        title: words('名称', 60),
        size: count('人数').optional(),
      })
      .meta({
        id: 'AddStakeholderGroup',
        examples: [{ communityId: 'ZX01', domain: '物业', title: '金苑物业服务站', size: 6 }],
      }),
  },
  steps: [
    {
      ...{ name: 'change', ability: 'manage', path: 'change', summary: 'Change it', from: ['ACTIVE'], to: 'ACTIVE' },
      body: z
        .strictObject({ domain: words('领域', 40), title: words('名称', 60), size: count('人数').optional() })
        .meta({ id: 'ChangeStakeholderGroup', examples: [{ domain: '物业', title: '金苑物业', size: 8 }] }),
    },
    {
      ...{ name: 'retire', ability: 'manage', path: 'retirement', summary: 'It is no more', from: ['ACTIVE'] },
      ...{ to: 'RETIRED', body: nothing },
    },
  ],
  reading: ['stakeholderGroup.manage', 'member.search'],
  filters: ['domain'],
  refs: { communityId: 'community' },
};

/** S8, S9: who leads; a person may hold several titles. */
const leadershipPost: Register = {
  ...{ name: 'leadershipPost', path: 'leadership-posts', tag: 'members', summary: 'Posts of the leading group' },
  birth: {
    ...{
      name: 'appoint',
      ability: 'manage',
      state: 'HELD',
      summary: 'Appoint somebody',
      marks: ['published'] as const,
    },
    body: z
      .strictObject({
        role: oneOf('职责', ['groupLeader', 'deputyLeader']),
        holderId: id('担任者'),
        titles: z.array(words('职务', 40)).min(1).max(6).meta({ title: '职务' }),
        since: day('自'),
      })
      .meta({
        id: 'AppointLeader',
        examples: [
          {
            ...{ role: 'deputyLeader', holderId: 'zx-deputy1', since: '2021-01-01' },
            titles: ['党工委副书记', '人大工委主任'],
          },
        ],
      }),
  },
  steps: [
    {
      ...{ name: 'end', ability: 'manage', path: 'end', summary: 'The post ends', from: ['HELD'], to: 'ENDED' },
      body: z.strictObject({ until: day('至') }).meta({ id: 'EndLeadershipPost', examples: [{ until: '2021-12-31' }] }),
    },
  ],
  reading: ['leadershipPost.manage', 'member.search'],
  filters: ['role'],
  refs: {},
};

export const DUTY_REGISTERS: readonly Register[] = [dutyRecord, practicalDeed, stakeholderGroup, leadershipPost];
