import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../local/bootstrap/paths.mjs';
import { eventually } from '../platform/client.js';
import { toDispatched, type Story } from '../platform/story.js';
import type { Size } from './desk.js';

const STAFF = join(CHECKOUT, 'services', 'web', 'src', 'staff');

/**
 * Every address of the portal, as its own route tables write it (`$id` and the like are parameters): read as text,
 * since they are pages' code. A page that is added is walked without anybody thinking of it.
 */
export function portalRoutes(): string[] {
  const tables = readdirSync(join(STAFF, 'routes')).map((name) => join('routes', name));
  const files = ['router.tsx', join('admin', 'admin-routes.tsx'), ...tables];
  const texts = files.map((file) => readFileSync(join(STAFF, file), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/path: '([^']+)'/g)].map(([, path]) => path!));
}

export interface Walker {
  who: string;
  size: Size;
  language: 'zh-CN' | 'en';
  /** Routes without a way in from the menu that are this person's to open. */
  also: readonly string[];
}

/**
 * One person of each role. Every role at both sizes and in both languages would be four times the walk, and a page is
 * the same page for all: the roles take turns, and the stories of each room look at it at their own size and in both.
 */
export const WALKERS: readonly Walker[] = [
  {
    ...{ who: 'liaison1', size: 'phone', language: 'zh-CN' },
    also: [
      '/',
      '/search',
      '/me',
      '/calendar',
      '/admin/categories',
      '/dispatch',
      '/submissions/$id',
      '/sessions/$id',
      '/topics/$id',
    ],
  },
  {
    ...{ who: 'worker-01', size: 'laptop', language: 'en' },
    also: ['/whistles/$number', '/communities/$code', '/estates/$id', '/visits/$id', '/me'],
  },
  { who: 'head-01', size: 'phone', language: 'en', also: ['/whistles/$number', '/search'] },
  {
    ...{ who: 'member-01', size: 'laptop', language: 'zh-CN' },
    also: ['/check-ins/$id', '/proposals/$id', '/topics/$id', '/sessions/$id', '/calendar'],
  },
  { who: 'handler-cgj', size: 'phone', language: 'en', also: ['/tasks/$id', '/departments/$code'] },
  { who: 'deputyhead-cgj', size: 'laptop', language: 'zh-CN', also: ['/tasks/$id', '/proposals/$id'] },
  { who: 'head-cgj', size: 'phone', language: 'zh-CN', also: ['/ledger/$id', '/disputes/$id'] },
  {
    ...{ who: 'deputyleader1', size: 'laptop', language: 'en' },
    also: [
      '/disputes/$id',
      '/ledger/$id',
      '/members',
      '/admin/audit',
      '/admin/rules/proposals/$id',
      '/submissions/$id',
    ],
  },
  {
    ...{ who: 'groupleader', size: 'phone', language: 'en' },
    also: ['/figures/$id', '/reports/$id', '/bulletins/$month', '/departments/$code'],
  },
  { who: 'districtcommittee', size: 'laptop', language: 'zh-CN', also: ['/bulletins/$month'] },
  { who: 'expert-01', size: 'phone', language: 'en', also: ['/me'] },
  {
    ...{ who: 'admin', size: 'laptop', language: 'en' },
    also: [
      ...['/admin/rules', '/admin/calendar', '/admin/categories', '/admin/people', '/admin/places', '/admin/keys'],
      ...[
        '/admin/webhooks',
        '/admin/texts',
        '/admin/audit',
        '/admin/health',
        '/admin/notice-rules',
        '/admin/rules/new',
        '/admin/rules/versions/$version',
      ],
      ...['/admin/rules/proposals/$id', '/admin/people/$id', '/admin/places/$id', '/admin/webhooks/$id'],
    ],
  },
  { who: 'auditor', size: 'phone', language: 'zh-CN', also: ['/admin/audit', '/admin/health'] },
  { who: 'liaison2', size: 'laptop', language: 'zh-CN', also: ['/whistles/$number/compare/$other'] },
];

/** Routes of one thing that is somebody's: whoever is of another subdistrict is told what nobody's thing is told of. */
export const OWNED = [
  ...['/whistles/$number', '/submissions/$id', '/tasks/$id', '/check-ins/$id', '/sessions/$id', '/topics/$id'],
  ...['/proposals/$id', '/disputes/$id', '/ledger/$id', '/visits/$id', '/communities/$code', '/estates/$id'],
] as const;

const reason = '试一试';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** One thing of every kind. @returns the address of each route that has parameters */
export async function furnish(tale: Story, tell: (form: object) => Promise<unknown>): Promise<Map<string, string>> {
  const sends = async (who: string, path: string, body: object = {}) =>
    tale.ok(path, await tale.as(who).post(`/api/${path}`, body)) as { id: string };
  const first = async (who: string, path: string) => {
    const { items } = tale.ok(path, await tale.as(who).get(`/api/${path}`)) as { items: { id: string }[] };
    return items[0];
  };
  await tell({ subdistrictId: 'zx', communityId: 'ZX01', place: '东门', text: '楼道灯不亮', consent: true });
  const alike = '楼道口电动车乱停乱充，从楼上拉电线下来';
  const [one, other] = [await tale.blow({ facts: alike }), await tale.blow({ facts: alike, place: '西门' })];
  await toDispatched(tale, one.id, 'ZJJ');
  const returned = async (unit: string, toDepartmentId: string): Promise<string> => {
    const { id } = (await tale.taskOf(one.id, unit)) as { id: string };
    const body = { reasonCode: 'notOurDuty', toDepartmentId, legalBasis: '《物业管理条例》第四十五条' };
    await sends(`handler-${unit}`, `department-tasks/${id}/return-request`, body);
    return id;
  };
  const firstTask = await returned('zjj', 'ZX-CGJ');
  await sends('liaison1', `department-tasks/${firstTask}/return-ruling`, { accept: true, reason });
  const dispute = await returned('cgj', 'ZX-GAJ');
  const { id: checkIn } = (await tale.checkInOf(one.id, 'member-01', 'CONFIRMED')) as { id: string };

  const long = await tale.blow({ place: '北门', categoryCode: 'C3' });
  await sends('liaison1', `whistles/${long.id}/acceptance`, { grade: 'G4', track: 'longTerm' });
  await tale.checkIn(long.id);
  await tale.dispatch(long.id, 'CGJ');
  const { id: task } = (await tale.taskOf(long.id, 'cgj')) as { id: string };
  await sends('head-cgj', `whistles/${long.id}/ledger-application`, {
    ...{ reason, blockers: [{ type: 'funds', note: '资金' }], taskBrief: { goal: '解决', measures: '按节点推进' } },
    milestones: [{ title: '勘察', dueAt: inDays(40) }],
  });
  const entry = await eventually('the entry', () => first('liaison1', `ledger?whistleId=${long.id}`));

  const topic = (await first('liaison1', 'topics'))!;
  const session = await sends('liaison1', 'deliberations', {
    ...{ topicId: topic.id, format: 'hall', agenda: ['通报现状'], startsAt: inDays(1), endsAt: inDays(1.1) },
  });
  const proposal = await sends('member-01', 'proposals', { title: '规范充电', text: '按楼栋布设充电棚。' });
  const heard = { said: '电梯常坏。', seen: '停用告示。', achieved: '约维保单位到场。' };
  const visit = await sends('member-01', 'visits', { communityId: 'ZX01', on: inDays(0).slice(0, 10), ...heard });
  const month = inDays(0).slice(0, 7);
  const period = { from: `${month}-01`, to: `${month}-28` };
  const report = await sends('groupleader', 'reports', { kind: 'threeLists', format: 'xlsx', ...period });
  const receiver = { name: '网格', url: 'https://grid.example.cn/hooks', eventTypes: ['whistle.blown.v1'] };
  const webhook = await sends('admin', 'webhooks', receiver);
  const versions = tale.ok('rules', await tale.as('admin').get('/api/rule-set/versions?limit=1'));
  const { version } = versions.items[0] as { version: number };
  const { content } = tale.ok('rules', await tale.as('admin').get(`/api/rule-set/versions/${version}`));
  content.thresholds.membersAsked += 1;
  const ruleProposal = await sends('admin', 'rule-set/proposals', { content });
  const submission = await eventually('the submission', () => first('liaison1', 'submissions?limit=1'));
  const venue = (await first('admin', 'venues'))!;
  const ids: Readonly<Record<string, string>> = {
    ...{ submissions: submission.id, tasks: task, 'check-ins': checkIn, sessions: session.id, topics: topic.id },
    ...{ proposals: proposal.id, disputes: dispute, ledger: entry.id, figures: 'I1', reports: report.id },
    ...{ visits: visit.id, estates: 'ZX-E03', 'admin/webhooks': webhook.id, 'admin/rules/proposals': ruleProposal.id },
    ...{ 'admin/people': 'zx-liaison1', 'admin/places': venue.id },
  };
  return new Map([
    ...Object.entries(ids).map(([place, id]): [string, string] => [`/${place}/$id`, `/${place}/${id}`]),
    ['/whistles/$number', `/whistles/${one.number}`],
    ['/whistles/$number/compare/$other', `/whistles/${other.number}/compare/${long.number}`],
    ['/bulletins/$month', `/bulletins/${month}`],
    ['/communities/$code', '/communities/ZX01'],
    ['/departments/$code', '/departments/ZX-CGJ'],
    ['/admin/rules/versions/$version', `/admin/rules/versions/${version}`],
  ]);
}
