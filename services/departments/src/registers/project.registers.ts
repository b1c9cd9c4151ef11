import { OWNERS_VOTE_RULES, verdictOf, type OwnersVoteSubject, type Tally } from '@hsl/domain/owners-vote';
import { count, day, evidence, fen, id, ids, nothing, oneOf, reason, words } from '@hsl/registers/fields';
import type { Body, Register } from '@hsl/registers/register';
import { z } from 'zod';

/** S55, S92: a matter that became a project, with milestones and funds. */
const project: Register = {
  ...{ name: 'project', path: 'projects', tag: 'projects', summary: 'Projects' },
  birth: {
    ...{ name: 'promote', state: 'PROPOSED', summary: 'Make a matter a project' },
    body: z
      .strictObject({
        title: words('项目', 60),
        departmentId: id('责任单位'),
        communityId: id('社区').optional(),
        whistleNumber: id('哨单编号').optional(),
        fundsFen: fen('资金（分）'),
        milestones: ids('节点', 20).min(1),
        completeBy: day('完成期限'),
      })
      .meta({
        id: 'PromoteProject',
        examples: [
          {
            ...{ title: '如意社区文体墙', departmentId: 'ZX-JDB', communityId: 'ZX05', fundsFen: 3_000_000 },
            ...{ milestones: ['设计', '施工', '验收'], completeBy: '2021-09-30' },
          },
        ],
      }),
  },
  steps: [
    {
      ...{ name: 'approve', path: 'approval', summary: 'Approve it, or not', from: ['PROPOSED'] },
      to: { states: ['APPROVED', 'REFUSED'], of: ({ isApproved }) => (isApproved === true ? 'APPROVED' : 'REFUSED') },
      body: z
        .strictObject({ isApproved: z.boolean().meta({ title: '批准' }), reason })
        .meta({ id: 'ApproveProject', examples: [{ isApproved: true, reason: '列入本年计划。' }] }),
      marks: ['published'],
    },
    {
      ...{ name: 'reportMilestone', ability: 'report', path: 'milestones', summary: 'Report a milestone reached' },
      ...{ from: ['APPROVED', 'UNDER_WAY'], to: 'UNDER_WAY', collects: { into: 'reached', by: 'milestone' } },
      among: { field: 'milestone', fact: 'milestones' },
      body: z
        .strictObject({ milestone: id('节点'), reachedOn: day('日期'), spentFen: fen('已用（分）'), evidence })
        .meta({
          id: 'ReportMilestone',
          examples: [
            {
              ...{ milestone: '设计', reachedOn: '2021-07-01', spentFen: 200_000 },
              evidence: [{ kind: 'document', note: '图纸' }],
            },
          ],
        }),
    },
    {
      ...{ name: 'putIntoOperation', ability: 'report', path: 'operation', summary: 'It is in operation' },
      ...{ from: ['UNDER_WAY'], to: 'IN_OPERATION' },
      body: z
        .strictObject({ operatesFrom: day('启用') })
        .meta({ id: 'PutIntoOperation', examples: [{ operatesFrom: '2021-10-01' }] }),
    },
  ],
  reading: ['project.read'],
  filters: ['whistleNumber'],
  refs: { departmentId: 'department', communityId: 'community' },
};

/** S89–S92: what a community has got: day care, summer camp, caring station, culture wall. */
const facility: Register = {
  ...{ name: 'facility', path: 'facilities', tag: 'projects', summary: 'Facilities and services of communities' },
  birth: {
    ...{ name: 'record', state: 'PREPARED', summary: 'Record a facility or a service in preparation' },
    body: z
      .strictObject({
        kind: oneOf('类别', ['dayCare', 'summerCamp', 'caringStation', 'cultureWall', 'other']),
        title: words('名称', 60),
        communityId: id('社区'),
        plannedFor: day('计划启用'),
        place: words('地点', 100).optional(),
      })
      .meta({
        id: 'RecordFacility',
        examples: [{ kind: 'dayCare', title: '日间照料中心', communityId: 'ZX09', plannedFor: '2021-08-01' }],
      }),
  },
  steps: [
    {
      ...{ name: 'begin', ability: 'record', path: 'beginning', summary: 'It is in operation', from: ['PREPARED'] },
      to: 'IN_OPERATION',
      body: z
        .strictObject({ operatesFrom: day('启用'), evidence: evidence.optional() })
        .meta({ id: 'BeginFacility', examples: [{ operatesFrom: '2021-08-01' }] }),
    },
    {
      ...{ name: 'end', ability: 'record', path: 'end', summary: 'It is no more', from: ['IN_OPERATION'], to: 'ENDED' },
      body: z.strictObject({ until: day('至') }).meta({ id: 'EndFacility', examples: [{ until: '2021-08-31' }] }),
    },
  ],
  reading: ['facility.record', 'estate.read'],
  filters: ['kind'],
  refs: { communityId: 'community' },
};

const counted = (title: string) => ({ owners: count(`${title}户数`), area: count(`${title}面积（平方分米）`) });
const TALLY = { all: counted('全部'), voted: counted('参与'), agreed: counted('同意') };
const exceeds = ({ owners, area }: Tally, whole: Tally): boolean => owners > whole.owners || area > whole.area;

/** S83, S85: what the owners of an estate, or of one entrance, have voted. */
const ownersVote: Register = {
  ...{ name: 'ownersVote', path: 'owners-votes', tag: 'projects', summary: 'Votes of owners' },
  birth: {
    ...{ name: 'record', state: 'COUNTED', summary: 'Record the count; whether it carried follows from the rule' },
    body: z
      .strictObject({
        subject: oneOf('事项', Object.keys(OWNERS_VOTE_RULES) as [OwnersVoteSubject, ...OwnersVoteSubject[]]),
        communityId: id('社区'),
        estate: words('小区', 60),
        entrance: words('单元', 40).optional(),
        votedOn: day('日期'),
        all: z.strictObject(TALLY.all),
        voted: z.strictObject(TALLY.voted),
        agreed: z.strictObject(TALLY.agreed),
      })
      .superRefine(({ all, voted, agreed }, context) => {
        const params = { code: 'moreThanWhole', zh: '不能多于上一级的数。', en: 'More than there are.' };
        if (exceeds(voted, all)) context.addIssue({ code: 'custom', path: ['voted'], params });
        if (exceeds(agreed, voted)) context.addIssue({ code: 'custom', path: ['agreed'], params });
      })
      .meta({
        id: 'RecordOwnersVote',
        examples: [
          {
            ...{ subject: 'installElevator', communityId: 'ZX01', estate: '鸿元小区', entrance: '3 号楼 1 单元' },
            ...{ votedOn: '2021-05-08', all: { owners: 12, area: 108_000 } },
            ...{ voted: { owners: 11, area: 99_000 }, agreed: { owners: 10, area: 90_000 } },
          },
        ],
      }),
    derive: (body) => ({
      verdict: verdictOf(talliesOf(body), OWNERS_VOTE_RULES[body['subject'] as OwnersVoteSubject]),
    }),
  },
  steps: [
    {
      ...{ name: 'confirm', path: 'confirmation', summary: 'Confirm the count; it is then made public' },
      ...{ from: ['COUNTED'], to: 'CONFIRMED', body: nothing, marks: ['published'] as const },
    },
  ],
  reading: ['ownersVote.read'],
  filters: ['subject', 'estate'],
  refs: { communityId: 'community' },
};

const talliesOf = (body: Body) => body as unknown as { all: Tally; voted: Tally; agreed: Tally };

export const PROJECT_REGISTERS: readonly Register[] = [project, facility, ownersVote];
