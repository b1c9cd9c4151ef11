import { furnish } from './doors.js';
import { eventually } from '../platform/client.js';
import type { Platform } from '../platform/platform.js';
import { story, toDispatched, toVerifying, type Story } from '../platform/story.js';
import type { Size } from './desk.js';

/** A page that is photographed: who looks at it, and how wide besides a phone and a laptop. */
export interface Screen {
  who?: string;
  path: string;
  sizes: readonly Size[];
}

const BOTH: readonly Size[] = ['phone', 'laptop'];
const ALL: readonly Size[] = [...BOTH, 'wall'];

const of = (who: string | undefined, paths: readonly string[], sizes = BOTH): Screen[] =>
  paths.map((path) => ({ ...(who === undefined ? {} : { who }), path, sizes }));

/**
 * Every page there is, by who looks at it. Paths are those of the route tables, `$id` and the like are of the things
 * of the story told before. The fast subdistrict `ys` has what is late.
 */
export const SCREENS: readonly Screen[] = [
  ...of(undefined, ['/q/$code', '/p', '/p/report', '/t', '/t/$code', '/t/$code/rating', '/t/$code/reopen'], ['phone']),
  ...of(undefined, ['/p/topics', '/p/topics/$id', '/p/communities/$code', '/p/sessions/$id'], ['phone']),
  ...of(undefined, ['/sign-in']),
  ...of('zx-liaison1', ['/work', '/whistles', '/whistles/$number', '/triage', '/submissions', '/calendar'], ALL),
  ...of('zx-liaison1', ['/whistles/$number?do=whistle.raiseGrade', '/whistles/$number/compare/$other', '/dispatch']),
  ...of('zx-liaison1', ['/submissions/$id', '/topics', '/topics/$id', '/search', '/ledger', '/revisits', '/inbox']),
  ...of('zx-liaison1', ['/themes', '/surveys']),
  ...of('zx-liaison1', ['/me', '/communities/$code', '/estates/$id', '/ledger/$id', '/visits/$id']),
  ...of('zx-worker-01', ['/whistles/new', '/verifications', '/look-backs']),
  ...of('zx-member-01', ['/calls', '/check-ins/$id', '/duty', '/sessions', '/sessions/$id', '/proposals']),
  ...of('zx-member-01', ['/proposals/$id', '/activities']),
  ...of('zx-handler-cgj', ['/tasks', '/tasks/$id'], ALL),
  ...of('zx-head-cgj', ['/departments/$code']),
  ...of('zx-deputyleader1', ['/approvals'], ALL),
  ...of('zx-deputyleader1', ['/disputes', '/disputes/$id', '/members', '/coverage', '/referred', '/departments']),
  ...of('zx-deputyleader1', ['/admin/rules/proposals/$id']),
  ...of('zx-groupleader', ['/board', '/figures'], ALL),
  ...of('zx-groupleader', ['/figures/$id', '/reports', '/reports/$id', '/bulletins/$month']),
  ...of('ys-groupleader', ['/board?wall=1'], ['wall']),
  ...of('ys-groupleader', ['/board', '/orders', '/whistles']),
  ...of('zx-admin', ['/admin/rules', '/admin/rules/new', '/admin/rules/versions/$version', '/admin/calendar']),
  ...of('zx-admin', ['/admin/people', '/admin/people/$id', '/admin/places', '/admin/places/$id', '/admin/categories']),
  ...of('zx-admin', [
    '/admin',
    '/admin/keys',
    '/admin/webhooks',
    '/admin/webhooks/$id',
    '/admin/health',
    '/admin/notice-rules',
    '/admin/texts',
  ]),
  ...of('zx-auditor', ['/admin/audit']),
];

/** `/whistles/$number?do=x` becomes `whistles-number-do-x`; two people's pictures of one page have their names. */
export function nameOf({ who, path }: Screen): string {
  const words = path.split(/\W+/).filter(Boolean);
  return [...(who?.startsWith('ys') ? ['ys'] : []), ...words].join('-');
}

/** A day of the fast subdistrict: by the time the pictures are taken, what nobody answered has its cards. */
const DAY_IN_TWO_SECONDS = 43_200;

/** @returns the address of each path that has parameters */
export async function tellForPictures(platform: Platform): Promise<Map<string, string>> {
  await platform.hurry(DAY_IN_TWO_SECONDS);
  const fast = story(platform, 'ys');
  for (const place of ['东门', '西门', '菜市场']) await fast.blow({ place, facts: `${place}垃圾清运不及时，气味扰民` });
  const tale = story(platform);
  const addresses = await furnish(tale, (form) => tell(platform, form));
  for (const place of ['东门', '西门', '三号楼']) await tale.blow({ place, facts: `${place}非机动车占道，担架进不去` });
  const { id, number } = await tale.blow({ facts: '楼道口电动车乱停乱充，从楼上拉电线下来', households: 12 });
  await toDispatched(tale, id, 'CGJ', 'XFD');
  await tale.acknowledge(id, 'cgj');
  const { id: task } = (await tale.taskOf(id, 'cgj')) as { id: string };
  const called = await tale.blow({ facts: '五号楼路灯不亮，老人夜里不敢出门' });
  await tale.accept(called.id);
  const { id: checkIn } = (await tale.checkInOf(called.id, 'member-01')) as { id: string };
  const point = { kind: 'noticeBoard', place: '东门公告栏', communityId: 'ZX01' };
  const { code } = tale.ok('point', await tale.as('admin').post('/api/qr-points', point)) as { code: string };
  const tracking = await toRating(platform, tale);
  const topics = await tale.as('liaison1').get('/api/topics/public?communityId=ZX01');
  const { id: topic } = topics.body.items[0] as { id: string };
  const session = addresses.get('/sessions/$id')!;
  return new Map([
    ...addresses,
    ...['', '?do=whistle.raiseGrade'].map((sheet): [string, string] => [
      `/whistles/$number${sheet}`,
      `/whistles/${number}${sheet}`,
    ]),
    ['/tasks/$id', `/tasks/${task}`],
    ['/check-ins/$id', `/check-ins/${checkIn}`],
    ['/q/$code', `/q/${encodeURIComponent(code)}`],
    ...['', '/rating', '/reopen'].map((page): [string, string] => [`/t/$code${page}`, `/t/${tracking}${page}`]),
    ['/p/topics/$id', `/p/topics/${topic}`],
    ['/p/sessions/$id', `/p${session}`],
    ['/p/communities/$code', '/p/communities/ZX01'],
  ]);
}

async function tell({ origin }: Platform, form: object): Promise<{ trackingCode: string }> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(60_000);
  const answer = await fetch(`${origin}/api/submissions`, {
    method: 'POST',
    body: JSON.stringify(form),
    headers,
    signal,
  });
  return (await answer.json()) as { trackingCode: string };
}

/** A matter that a resident told of, up to where the resident is asked. @returns the tracking code */
async function toRating(platform: Platform, tale: Story): Promise<string> {
  const text = '五号楼的路灯全灭了，晚上看不见台阶。';
  const { trackingCode } = await tell(platform, { subdistrictId: 'zx', communityId: 'ZX01', place: '五号楼', text });
  const { items } = tale.ok('submissions', await tale.as('liaison1').get('/api/submissions?limit=100'));
  const { id } = items.find((one: { text: string }) => one.text === text) as { id: string };
  const whistle = await tale.blow({ facts: '五号楼路灯全灭', reporters: [{ channel: 'other' }] });
  await eventually('the code leads to the matter', async () => {
    const body = { whistleId: whistle.id, answer: '已请有关单位来办。' };
    await tale.as('liaison1').post(`/api/submissions/${id}/whistle`, body);
    return (await fetch(`${platform.origin}/api/whistles/track/${trackingCode}`)).ok;
  });
  await toVerifying(tale, whistle.id);
  for (const who of ['member-01', 'worker-01']) await tale.verify(whistle.id, 'pass', who);
  return trackingCode;
}
