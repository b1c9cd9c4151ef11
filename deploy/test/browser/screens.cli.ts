import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../local/bootstrap/paths.mjs';
import { openPlatform } from '../platform/platform.js';
import { story, type Story } from '../platform/story.js';
import { openBrowser } from './chromium.js';
import { openDesk, type Desk, type Size } from './desk.js';

const FOLDER = join(CHECKOUT, 'docs', 'screens');
const SIZES: readonly Size[] = ['phone', 'laptop', 'wall'];

/** What is photographed: who looks, where. `$number`, `$task` and the like are those of the story told before. */
const SCREENS: readonly { name: string; who?: string; path: string; sizes?: readonly Size[] }[] = [
  { name: 'sign-in', path: '/work' },
  { name: 'work', who: 'zx-liaison1', path: '/work' },
  { name: 'whistles', who: 'zx-liaison1', path: '/whistles' },
  { name: 'whistle', who: 'zx-liaison1', path: '/whistles/$number' },
  { name: 'sheet', who: 'zx-liaison1', path: '/whistles/$number?do=whistle.raiseGrade' },
  { name: 'blow', who: 'zx-worker-01', path: '/whistles/new' },
  { name: 'tasks', who: 'zx-handler-cgj', path: '/tasks' },
  { name: 'task', who: 'zx-handler-cgj', path: '/tasks/$task' },
  { name: 'calls', who: 'zx-member-01', path: '/calls' },
  { name: 'check-in', who: 'zx-member-01', path: '/check-ins/$checkIn' },
  { name: 'duty', who: 'zx-member-01', path: '/duty' },
  { name: 'triage', who: 'zx-liaison1', path: '/triage' },
  { name: 'sessions', who: 'zx-member-01', path: '/sessions' },
  { name: 'session', who: 'zx-member-01', path: '/sessions/$session' },
  { name: 'topics', who: 'zx-liaison1', path: '/topics' },
  { name: 'topic', who: 'zx-liaison1', path: '/topics/$topic' },
  { name: 'proposals', who: 'zx-member-01', path: '/proposals' },
  { name: 'calendar', who: 'zx-liaison1', path: '/calendar' },
  { name: 'dispatch', who: 'zx-liaison1', path: '/dispatch' },
  { name: 'submissions', who: 'zx-liaison1', path: '/submissions' },
  { name: 'figures', who: 'zx-groupleader', path: '/figures' },
  { name: 'reports', who: 'zx-groupleader', path: '/reports' },
  { name: 'members', who: 'zx-deputyleader1', path: '/members' },
  { name: 'coverage', who: 'zx-deputyleader1', path: '/coverage' },
  { name: 'community', who: 'zx-liaison1', path: '/communities/ZX04' },
  { name: 'estate', who: 'zx-liaison1', path: '/estates/ZX-E03' },
  { name: 'department', who: 'zx-head-cgj', path: '/departments/ZX-CGJ' },
  { name: 'activities', who: 'zx-member-01', path: '/activities' },
  { name: 'search', who: 'zx-liaison1', path: '/search' },
  { name: 'approvals', who: 'zx-deputyleader1', path: '/approvals' },
  { name: 'disputes', who: 'zx-deputyleader1', path: '/disputes' },
  { name: 'ledger', who: 'zx-liaison1', path: '/ledger' },
  { name: 'revisits', who: 'zx-liaison1', path: '/revisits' },
  { name: 'verifications', who: 'zx-worker-01', path: '/verifications' },
  { name: 'look-backs', who: 'zx-worker-01', path: '/look-backs' },
  { name: 'orders', who: 'zx-head-cgj', path: '/orders' },
  { name: 'referred', who: 'zx-deputyleader1', path: '/referred' },
  { name: 'board', who: 'zx-groupleader', path: '/board' },
  { name: 'wall', who: 'zx-groupleader', path: '/board?wall=1', sizes: ['wall'] },
  { name: 'rules', who: 'zx-admin', path: '/admin/rules' },
  { name: 'rules-new', who: 'zx-admin', path: '/admin/rules/new' },
  { name: 'calendar-table', who: 'zx-admin', path: '/admin/calendar' },
  { name: 'people', who: 'zx-admin', path: '/admin/people' },
  { name: 'notice-rules', who: 'zx-admin', path: '/admin/notice-rules' },
  { name: 'audit', who: 'zx-auditor', path: '/admin/audit' },
  { name: 'inbox', who: 'zx-liaison1', path: '/inbox' },
  { name: 'me', who: 'zx-liaison1', path: '/me' },
  { name: 'webhooks', who: 'zx-admin', path: '/admin/webhooks' },
  { name: 'report', path: '/q/$code' },
  { name: 'track', path: '/t' },
];

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const sessionOn = (topicId: string): object => ({
  ...{ topicId, format: 'hall', agenda: ['通报现状', '居民发言'], startsAt: inHours(1), endsAt: inHours(3) },
});

/** Some matters at different steps, so that the pages have something to show. */
async function tell(tale: Story): Promise<Record<string, string>> {
  for (const place of ['东门', '西门', '三号楼']) await tale.blow({ place, facts: `${place}非机动车占道，担架进不去` });
  const { id, number } = await tale.blow({ facts: '楼道口电动车乱停乱充，从楼上拉电线下来', households: 12 });
  await tale.accept(id);
  await tale.checkIn(id);
  await tale.dispatch(id, 'CGJ', 'XFD');
  await tale.acknowledge(id, 'cgj');
  const called = await tale.blow({ facts: '路灯不亮' });
  await tale.accept(called.id);
  const checkIn = await tale.checkInOf(called.id, 'member-01');
  const point = { kind: 'noticeBoard', place: '东门公告栏', communityId: 'ZX01' };
  const { code } = tale.ok('point', await tale.as('admin').post('/api/qr-points', point));
  const task = await tale.taskOf(id, 'cgj');
  const [topic] = tale.ok('topics', await tale.as('liaison1').get('/api/topics')).items;
  const session = tale.ok('convene', await tale.as('liaison1').post('/api/deliberations', sessionOn(topic.id)));
  return {
    ...{ topic: topic.id, session: session.id },
    number,
    task: task.id,
    checkIn: checkIn.id,
    code: encodeURIComponent(code),
  };
}

/** `npm run screens`: a picture of every page at each width, in docs/screens (not committed). */
async function photograph(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  const platform = await openPlatform();
  try {
    const told = await tell(story(platform));
    const desks = new Map<string, Desk>();
    for (const { name, who, path, sizes = SIZES.slice(0, 2) } of SCREENS) {
      for (const size of sizes) {
        const key = `${who ?? 'nobody'} ${size}`;
        const desk = desks.get(key) ?? (await openDesk(browser, platform.origin, platform.stack.accountsFile, size));
        if (!desks.has(key) && who !== undefined) await desk.signIn(who);
        desks.set(key, desk);
        await desk.open(path.replace(/\$(\w+)/g, (_all, word: string) => told[word]!));
        // The stream of notices never falls silent: what has come by then is in the picture.
        await desk.page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
        await desk.page.screenshot({ path: join(FOLDER, `${name}-${size}.png`), fullPage: size !== 'wall' });
        process.stdout.write(`docs/screens/${name}-${size}.png\n`);
      }
    }
  } finally {
    await browser.close();
    await platform.close();
  }
}

await photograph();
