import { id, ids, nothing, oneOf, reason, words } from '@hsl/registers/fields';
import type { Register } from '@hsl/registers/register';
import { z } from 'zod';

const titled = { title: words('标题', 60), text: words('正文', 5000) };

/** S41: 社情民意信息, from a member's draft to what the district makes of it. */
const opinionReport: Register = {
  ...{ name: 'opinionReport', path: 'opinion-reports', tag: 'papers', summary: 'Reports of public opinion' },
  birth: {
    ...{ name: 'draft', state: 'DRAFTED', summary: 'Draft a report' },
    body: z
      .strictObject({ ...titled, communityId: id('社区').optional() })
      .meta({ id: 'DraftOpinionReport', examples: [{ title: '老旧小区充电难', text: '居民反映充电桩不足。' }] }),
  },
  steps: [
    {
      ...{
        name: 'revise',
        ability: 'draft',
        path: 'revision',
        summary: 'Change the draft',
        from: ['DRAFTED'],
        to: 'DRAFTED',
      },
      body: z
        .strictObject(titled)
        .meta({ id: 'ReviseOpinionReport', examples: [{ title: '老旧小区充电难', text: '补充三个小区的数据。' }] }),
    },
    {
      ...{
        name: 'submit',
        path: 'submission',
        summary: 'Hand it in',
        from: ['DRAFTED'],
        to: 'SUBMITTED',
        body: nothing,
      },
    },
    {
      ...{ name: 'forward', path: 'forwarding', summary: 'Pass it on to the district committee', from: ['SUBMITTED'] },
      ...{ to: 'SUBMITTED', body: nothing, marks: ['referredToDistrict'] as const },
    },
    {
      ...{ name: 'decide', path: 'decision', summary: 'Adopt it or file it', from: ['SUBMITTED'] },
      to: { states: ['ADOPTED', 'FILED'], of: ({ isAdopted }) => (isAdopted === true ? 'ADOPTED' : 'FILED') },
      body: z
        .strictObject({ isAdopted: z.boolean().meta({ title: '采用' }), remark: words('批注', 500).optional() })
        .meta({ id: 'DecideOpinionReport', examples: [{ isAdopted: true, remark: '报市政协。' }] }),
    },
  ],
  reading: ['opinionReport.read'],
  filters: [],
  refs: { communityId: 'community' },
};

/** S42: sent to communities and members, who say that they have read it. */
const policyNotice: Register = {
  ...{ name: 'policyNotice', path: 'policy-notices', tag: 'papers', summary: 'Policies passed on' },
  birth: {
    ...{ name: 'publish', state: 'PUBLISHED', summary: 'Pass a policy on', marks: ['published'] as const },
    body: z.strictObject({ ...titled, source: words('来源', 100) }).meta({
      id: 'PublishPolicyNotice',
      examples: [{ title: '既有住宅加装电梯补贴', text: '每台补贴……', source: '区住建局' }],
    }),
  },
  steps: [
    {
      ...{ name: 'confirmRead', path: 'receipts', summary: 'Say that it was read', from: ['PUBLISHED'] },
      ...{ to: 'PUBLISHED', body: nothing, collects: { into: 'readBy', by: 'person' } },
    },
    {
      ...{ name: 'retire', ability: 'publish', path: 'retirement', summary: 'It no longer holds', from: ['PUBLISHED'] },
      ...{
        to: 'RETIRED',
        body: z.strictObject({ reason }).meta({ id: 'RetirePolicyNotice', examples: [{ reason: '已有新规。' }] }),
      },
    },
  ],
  reading: ['policyNotice.publish', 'policyNotice.confirmRead'],
  filters: [],
  refs: {},
};

/** S6: a concluded matter told as an experience, without names. */
const caseStudy: Register = {
  ...{ name: 'caseStudy', path: 'case-studies', tag: 'papers', summary: 'Experiences worth telling' },
  birth: {
    ...{ name: 'draft', state: 'DRAFTED', summary: 'Draft one; no names, no addresses' },
    body: z
      .strictObject({ ...titled, whistleNumber: id('哨单编号').optional() })
      .meta({ id: 'DraftCaseStudy', examples: [{ title: '四个社区一起画车位', text: '一个议题，四张哨单……' }] }),
  },
  steps: [
    {
      ...{
        name: 'publish',
        path: 'publication',
        summary: 'Publish it',
        from: ['DRAFTED'],
        to: 'PUBLISHED',
        body: nothing,
      },
      marks: ['published'] as const,
    },
  ],
  reading: ['caseStudy.draft', 'caseStudy.publish'],
  filters: [],
  refs: {},
};

/** S40: committees of the district that a topic can be referred to. */
const specialCommittee: Register = {
  ...{ name: 'specialCommittee', path: 'special-committees', tag: 'papers', summary: 'Special committees' },
  birth: {
    ...{ name: 'add', ability: 'manage', state: 'ACTIVE', summary: 'Add a committee' },
    body: z
      .strictObject({ title: words('名称', 60), remit: words('职责', 500) })
      .meta({ id: 'AddSpecialCommittee', examples: [{ title: '社会法制委', remit: '社会治理、法治' }] }),
  },
  steps: [
    {
      ...{
        name: 'retire',
        ability: 'manage',
        path: 'retirement',
        summary: 'It is no more',
        from: ['ACTIVE'],
        to: 'RETIRED',
      },
      body: nothing,
    },
  ],
  reading: ['specialCommittee.manage', 'specialCommittee.read'],
  filters: [],
  refs: {},
};

/** S3: tags of the subdistrict's strategy; topics carry them. */
const strategyTag: Register = {
  ...{ name: 'strategyTag', path: 'strategy-tags', tag: 'papers', summary: 'Tags of the strategy' },
  birth: {
    ...{ name: 'add', ability: 'manage', state: 'ACTIVE', summary: 'Add a tag' },
    body: z
      .strictObject({
        code: oneOf('层次', ['one', 'three', 'five']),
        title: words('名称', 60),
        topics: ids('议题').optional(),
      })
      .meta({ id: 'AddStrategyTag', examples: [{ code: 'one', title: '一个目标' }] }),
  },
  steps: [
    {
      ...{
        name: 'retire',
        ability: 'manage',
        path: 'retirement',
        summary: 'It is no more',
        from: ['ACTIVE'],
        to: 'RETIRED',
      },
      body: nothing,
    },
  ],
  reading: ['strategyTag.manage', 'campaign.read'],
  filters: ['code'],
  refs: {},
};

export const PAPER_REGISTERS: readonly Register[] = [
  opinionReport,
  policyNotice,
  caseStudy,
  specialCommittee,
  strategyTag,
];
