import { count, day, id, ids, nothing, oneOf, words } from '@hsl/registers/fields';
import type { Register } from '@hsl/registers/register';
import { z } from 'zod';

const TRADE_MISSING = { code: 'missingForKind', zh: '行业座谈须写明行业。', en: 'A symposium of a trade names it.' };
const NO_COMMUNITY = {
  code: 'subdistrictLevelOnly',
  zh: '行业座谈由街道召开，不属于一个社区。',
  en: 'A symposium of a trade is held at subdistrict level.',
};

/** S7, S13, S32, S90, S93: what is planned and held: site meetings, symposia (of a trade), services to residents. */
const activity: Register = {
  ...{ name: 'activity', path: 'activities', tag: 'activities', summary: 'Activities' },
  birth: {
    ...{ name: 'plan', state: 'PLANNED', summary: 'Plan an activity' },
    body: z
      .strictObject({
        kind: oneOf('类别', ['siteMeeting', 'symposium', 'industrySymposium', 'openDay', 'service']),
        title: words('标题', 60),
        heldOn: day('日期'),
        place: words('地点', 100),
        communityId: id('社区').optional(),
        trade: words('行业', 40).optional(),
        recurs: oneOf('周期', ['never', 'monthly', 'quarterly', 'yearly']).default('never'),
      })
      .superRefine(({ kind, trade, communityId }, context) => {
        if (kind !== 'industrySymposium') return;
        if (trade === undefined) context.addIssue({ code: 'custom', path: ['trade'], params: TRADE_MISSING });
        if (communityId !== undefined)
          context.addIssue({ code: 'custom', path: ['communityId'], params: NO_COMMUNITY });
      })
      .meta({
        id: 'PlanActivity',
        examples: [
          {
            kind: 'siteMeeting',
            title: '全区政协工作现场会',
            heldOn: '2021-10-19',
            place: '金裕中心',
            recurs: 'never',
          },
        ],
      }),
  },
  steps: [
    {
      ...{ name: 'recordAttendance', path: 'attendance', summary: 'Record who came; the activity has been held' },
      ...{ from: ['PLANNED', 'HELD'], to: 'HELD' },
      // S90: held as planned, or on another day; not said while nobody said when.
      derive: ({ tookPlaceOn }, { heldOn }) =>
        tookPlaceOn === undefined ? {} : { onSchedule: tookPlaceOn === heldOn },
      body: z
        .strictObject({
          attendingMembers: ids('到会委员'),
          attendingExperts: ids('到会专家').default([]),
          attendingDepartments: ids('到会单位').default([]),
          tookPlaceOn: day('实际日期').optional(),
          headCount: count('到场人数').meta({ title: '到场人数', description: 'Everybody, the named ones included' }),
        })
        .refine(
          ({ attendingMembers, attendingExperts, headCount }) =>
            attendingMembers.length + attendingExperts.length <= headCount,
          {
            path: ['headCount'],
            params: { code: 'fewerThanNamed', zh: '人数不能少于点名的人。', en: 'Fewer than were named.' },
          },
        )
        .meta({
          id: 'RecordAttendance',
          examples: [{ attendingMembers: ['ZX-M01'], attendingExperts: [], attendingDepartments: [], headCount: 60 }],
        }),
    },
    {
      ...{
        name: 'cancel',
        ability: 'plan',
        path: 'cancellation',
        summary: 'Call it off',
        from: ['PLANNED'],
        to: 'CANCELLED',
      },
      body: nothing,
    },
  ],
  reading: ['activity.read'],
  filters: ['kind'],
  refs: { communityId: 'community' },
};

/** S47–S50: what each kind must tell. */
const TOLD_BY_KIND: Readonly<Record<string, readonly string[]>> = {
  lecture: ['speaker'],
  survey: ['questionnaire', 'sample', 'finding'],
  deliberation: ['parties', 'agreement'],
  charity: ['beneficiaries', 'valueFen'],
};

const microActivity: Register = {
  ...{
    name: 'microActivity',
    path: 'micro-activities',
    tag: 'activities',
    summary: 'Lectures, surveys, talks, charity',
  },
  birth: {
    ...{ name: 'record', state: 'RECORDED', summary: 'Record a small activity; each kind has its own facts' },
    body: z
      .strictObject({
        kind: oneOf('类别', ['lecture', 'survey', 'deliberation', 'charity']),
        title: words('主题', 60),
        heldOn: day('日期'),
        communityId: id('社区').optional(),
        attendance: count('人数'),
        speaker: words('主讲', 40).optional(),
        questionnaire: words('问卷', 2000).optional(),
        sample: count('样本').optional(),
        finding: words('结论', 2000).optional(),
        parties: words('各方', 200).optional(),
        agreement: words('约定', 1000).optional(),
        beneficiaries: count('受益人数').optional(),
        valueFen: count('价值（分）').optional(),
      })
      .superRefine((body, context) => {
        for (const field of TOLD_BY_KIND[body.kind] ?? []) {
          if (body[field as keyof typeof body] !== undefined) continue;
          const params = { code: 'missingForKind', zh: '这类活动须填写此项。', en: 'This kind must tell it.' };
          context.addIssue({ code: 'custom', path: [field], params });
        }
      })
      .meta({
        id: 'RecordMicroActivity',
        examples: [
          {
            kind: 'lecture',
            title: '民法典微讲堂',
            heldOn: '2021-06-02',
            communityId: 'ZX01',
            attendance: 35,
            speaker: '王委员',
          },
        ],
      }),
  },
  steps: [],
  reading: ['activity.read', 'microActivity.record'],
  filters: ['kind'],
  refs: { communityId: 'community' },
};

/** S46: two declarations and six steps, ticked off one by one; what they are is the subdistrict's to say. */
const workMethod: Register = {
  ...{ name: 'workMethod', path: 'work-methods', tag: 'activities', summary: 'Check lists of the working method' },
  birth: {
    ...{ name: 'begin', ability: 'tick', state: 'OPEN', summary: 'Begin a check list' },
    body: z
      .strictObject({ title: words('事项', 60), communityId: id('社区').optional(), items: ids('步骤', 20).min(1) })
      .meta({
        id: 'BeginWorkMethod',
        examples: [{ title: '车棚改造', communityId: 'ZX01', items: ['亮身份', '亮承诺', '知事', '议事', '办事'] }],
      }),
  },
  steps: [
    {
      ...{ name: 'tick', path: 'ticks', summary: 'Tick an item off', from: ['OPEN'], to: 'OPEN' },
      ...{ collects: { into: 'ticked', by: 'item' }, among: { field: 'item', fact: 'items' } },
      body: z
        .strictObject({ item: id('步骤'), note: words('说明', 200).optional() })
        .meta({ id: 'TickWorkMethod', examples: [{ item: '亮身份' }] }),
    },
    {
      ...{ name: 'finish', ability: 'tick', path: 'finish', summary: 'All is done', from: ['OPEN'], to: 'DONE' },
      body: nothing,
    },
  ],
  reading: ['workMethod.tick', 'activity.read'],
  filters: [],
  refs: { communityId: 'community' },
};

export const ACTIVITY_REGISTERS: readonly Register[] = [activity, microActivity, workMethod];
