import { day, fen, id, ids, nothing, oneOf, reason, words } from '@hsl/registers/fields';
import type { Register } from '@hsl/registers/register';
import { z } from 'zod';

/** S94: money and goods given for a cause. */
const donation: Register = {
  ...{ name: 'donation', path: 'donations', tag: 'help', summary: 'Donations' },
  birth: {
    ...{ name: 'record', state: 'RECORDED', summary: 'Record money or goods given', marks: ['published'] as const },
    body: z
      .strictObject({
        kind: oneOf('类别', ['money', 'goods']),
        campaign: words('活动', 60),
        valueFen: fen('价值（分）'),
        goods: words('物品', 200).optional(),
        on: day('日期'),
        communityId: id('社区').optional(),
      })
      .refine(({ kind, goods }) => kind === 'money' || goods !== undefined, {
        path: ['goods'],
        params: { code: 'missingForKind', zh: '捐物须写明物品。', en: 'Say what was given.' },
      })
      .meta({
        id: 'RecordDonation',
        examples: [
          { kind: 'goods', campaign: '抗洪防疫', valueFen: 1_200_000, goods: '方便面 200 箱', on: '2021-07-25' },
        ],
      }),
  },
  steps: [],
  reading: ['donation.read'],
  filters: ['kind', 'campaign'],
  refs: { communityId: 'community' },
};

/** S86: documents and answers about a policy in one place. */
const policyPack: Register = {
  ...{ name: 'policyPack', path: 'policy-packs', tag: 'help', summary: 'Policy packs' },
  birth: {
    ...{ name: 'publish', state: 'PUBLISHED', summary: 'Publish a pack', marks: ['published'] as const },
    body: z
      .strictObject({
        title: words('名称', 60),
        documents: z.array(words('文件', 100)).max(20).default([]),
        faq: z
          .array(z.strictObject({ question: words('问', 200), answer: words('答', 2000) }))
          .min(1)
          .max(50)
          .meta({ title: '问答' }),
      })
      .meta({
        id: 'PublishPolicyPack',
        examples: [
          { title: '加装电梯大礼包', documents: [], faq: [{ question: '谁出钱？', answer: '业主、政府补贴。' }] },
        ],
      }),
  },
  steps: [
    {
      ...{ name: 'retire', ability: 'publish', path: 'retirement', summary: 'It no longer holds', from: ['PUBLISHED'] },
      ...{ to: 'RETIRED', body: nothing },
    },
  ],
  reading: ['policyPack.read', 'policyPack.publish'],
  filters: [],
  refs: {},
};

/** S86: questions answered on the spot. */
const consultation: Register = {
  ...{ name: 'consultation', path: 'consultations', tag: 'help', summary: 'Questions answered' },
  birth: {
    ...{ name: 'record', state: 'ANSWERED', summary: 'Record a question and its answer; no names' },
    body: z
      .strictObject({
        question: words('问', 500),
        answer: words('答', 2000),
        on: day('日期'),
        communityId: id('社区').optional(),
      })
      .meta({
        id: 'RecordConsultation',
        examples: [{ question: '一楼不同意怎么办？', answer: '先协商补偿。', on: '2021-05-08', communityId: 'ZX01' }],
      }),
  },
  steps: [],
  reading: ['consultation.record', 'policyPack.read'],
  filters: [],
  refs: { communityId: 'community' },
};

/** S80: several units under one lead, with notes of their meetings. */
const taskForce: Register = {
  ...{ name: 'taskForce', path: 'task-forces', tag: 'help', summary: 'Task forces' },
  birth: {
    ...{ name: 'form', state: 'FORMED', summary: 'Form a task force' },
    body: z
      .strictObject({
        title: words('专班', 60),
        whistleNumber: id('哨单编号'),
        departmentId: id('牵头单位'),
        units: ids('成员单位').min(1),
      })
      .meta({
        id: 'FormTaskForce',
        examples: [
          {
            title: '不动产证专班',
            whistleNumber: 'ZX-2021-000001',
            departmentId: 'ZX-ZJJ',
            units: ['ZX-SFJ', 'ZX-XFJ'],
          },
        ],
      }),
  },
  steps: [
    {
      ...{ name: 'recordMeeting', path: 'meetings', summary: 'Keep the notes of a meeting', from: ['FORMED'] },
      ...{ to: 'FORMED', collects: { into: 'meetings', by: 'meetingId' } },
      body: z
        .strictObject({ meetingId: z.uuid(), on: day('日期'), notes: words('纪要', 5000), present: ids('到会单位') })
        .meta({
          id: 'RecordTaskForceMeeting',
          examples: [
            {
              ...{ meetingId: '0b8f2f0e-3f0c-4f4e-8a43-8f7a1c1d2e3f', on: '2021-04-12' },
              ...{ notes: '逐户核对资料。', present: ['ZX-ZJJ', 'ZX-SFJ'] },
            },
          ],
        }),
    },
    {
      ...{ name: 'dissolve', ability: 'form', path: 'dissolution', summary: 'Its work is done', from: ['FORMED'] },
      ...{
        to: 'DISSOLVED',
        body: z.strictObject({ reason }).meta({ id: 'DissolveTaskForce', examples: [{ reason: '已办结。' }] }),
      },
    },
  ],
  reading: ['taskForce.form', 'taskForce.recordMeeting', 'project.read'],
  filters: ['whistleNumber'],
  refs: { departmentId: 'department' },
};

export const HELP_REGISTERS: readonly Register[] = [donation, policyPack, consultation, taskForce];
