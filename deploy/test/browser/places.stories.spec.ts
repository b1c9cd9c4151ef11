import { describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/client.js';
import { toDispatched } from '../platform/story.js';
import { choose, type Desk } from './desk.js';
import { expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const HOURS_AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** A day in Asia/Shanghai, counted from today. */
const dayIn = (days: number): string =>
  new Date(Date.now() + HOURS_AHEAD_MS + days * DAY_MS).toISOString().slice(0, 10);
/** As pages write it. */
const saidDay = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

describe('places, members and units in the portal', () => {
  const stage = useStage();
  const press = (desk: Desk, name: string | RegExp): Promise<void> =>
    desk.page.getByRole('main').getByRole('button', { name }).click();

  /** One posting of 和平社区 ended yesterday: it has one member only. */
  async function breakCoverage(): Promise<void> {
    const { ok, as } = stage.tale;
    const wish = { change: 'end', memberId: 'ZX-M24', communityId: 'ZX12', lastDay: dayIn(-1), reason: '工作调动' };
    const { id } = ok('propose', await as('liaison1').post('/api/area-proposals', wish));
    ok('approve', await as('deputyleader1').post(`/api/area-proposals/${id}/decision`, { approved: true }));
  }

  it(
    '[S27] a member is posted to a community that falls short, and the breach is gone',
    async () => {
      await breakCoverage();
      const leader = await stage.desk('laptop', 'zx-deputyleader1');
      await leader.open('/coverage');
      await leader.page.getByText('14 个社区中有 1 个没有达到 1+2+N。').waitFor();
      await leader.page.getByText('没有等待裁定的调整。').waitFor();
      await expectClean(leader);
      const liaison = await stage.desk('phone', 'zx-liaison2');
      await liaison.open('/coverage?only=breached');
      await liaison.page.getByText('委员 1 名，应有 2 名').waitFor();
      await press(liaison, '调整分片');
      await choose(liaison.page, '委员', '尤广平');
      await choose(liaison.page, '社区', '和平');
      await liaison.page.getByLabel('从哪天起').fill(dayIn(0));
      await liaison.page.getByLabel('理由').fill('补足两名委员。');
      await expectClean(liaison);
      await submit(liaison.page, '调整分片');
      await liaison.page.getByText(/请 尤广平 从/).waitFor();
      await leader.page.reload();
      await press(leader, '裁定调整');
      await submit(leader.page, '裁定调整');
      await leader.page.getByText('14 个社区都达到 1+2+N。').waitFor();
      await leader.open('/members?community=ZX12');
      await leader.page.getByRole('row').filter({ hasText: '尤广平' }).waitFor();
      await expectClean(leader);
    },
    2 * MINUTE_MS,
  );

  it(
    '[S84] a community and an estate show what is open, how they are run, the votes of owners and the codes',
    async () => {
      const { ok, as } = stage.tale;
      const { number } = ok(
        'blow',
        await as('worker-04').post('/api/whistles', {
          ...{ kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX04', estateId: 'ZX-E03', facts: '车棚不够用' },
        }),
      );
      await stage.tale.blow();
      const counted = (owners: number) => ({ owners, area: owners * 9_000 });
      ok(
        'vote',
        await as('worker-04').post('/api/owners-votes', {
          ...{ subject: 'installElevator', communityId: 'ZX04', estate: '鸿元小区', entrance: '3 号楼 1 单元' },
          ...{ votedOn: dayIn(-3), all: counted(12), voted: counted(11), agreed: counted(10) },
        }),
      );
      const point = { kind: 'noticeBoard', place: '南门公告栏', communityId: 'ZX04' };
      ok('point', await as('admin').post('/api/qr-points', point));
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/communities/ZX04');
      await liaison.page.getByRole('link', { name: number }).waitFor();
      await liaison.page.getByText('2480 户').waitFor();
      await expectClean(liaison);
      const poster = liaison.context.waitForEvent('page');
      await press(liaison, '打印 南门公告栏');
      await (await poster).getByRole('img', { name: '二维码' }).waitFor();
      await liaison.page.getByRole('link', { name: '鸿元小区' }).click();
      await liaison.page.getByText('委托物业').waitFor();
      await liaison.page.getByText(/全部 12 户，参与 11 户，同意 10 户/).waitFor();
      await liaison.page.getByRole('link', { name: number }).waitFor();
      await expectClean(liaison);
    },
    2 * MINUTE_MS,
  );

  it(
    'a unit reads how good it is, and lets a colleague stand in for somebody who is away',
    async () => {
      const { tale } = stage;
      const { id } = await tale.blow({ place: '戊', facts: '消防通道堵了' });
      await toDispatched(tale, id);
      await tale.acknowledge(id, 'cgj');
      const head = await stage.desk('laptop', 'zx-head-cgj');
      await head.open('/departments');
      await head.page.getByRole('heading', { name: '城管局' }).waitFor();
      await head.page.getByText('绿灯').waitFor();
      const counts = async (): Promise<boolean> => {
        await head.page.reload();
        await head.page.getByText('各项达标').waitFor();
        return (await head.page.getByRole('row').filter({ hasText: '退单率' }).getByText('0.0 %').count()) === 1;
      };
      await eventually('the task counts', counts, MINUTE_MS);
      await expectClean(head);
      const row = head.page.getByRole('row').filter({ hasText: '经办人' });
      await row.getByRole('button', { name: '设置请假与代办' }).click();
      await head.page.getByLabel('从哪天起').fill(dayIn(0));
      await head.page.getByLabel('到哪天止').fill(dayIn(6));
      await head.page.getByRole('dialog').getByRole('combobox', { name: '由谁代办' }).click();
      const colleague = head.page.locator('.ant-select-dropdown:visible .ant-select-item-option').first();
      const name = (await colleague.getAttribute('title')) ?? '';
      await choose(head.page, '由谁代办', name);
      await submit(head.page, '设置请假与代办');
      await row.getByText(new RegExp(`${saidDay(dayIn(0))} 至 ${saidDay(dayIn(6))}，由.+代办`)).waitFor();
      await expectClean(head);
    },
    3 * MINUTE_MS,
  );

  it(
    '[S101] a member records what was said, seen and achieved on a visit',
    async () => {
      const member = await stage.desk('phone', 'zx-member-01');
      await member.open('/activities');
      await press(member, '记一次走访');
      await choose(member.page, '社区', '聂寨');
      await member.page.getByLabel('哪一天').fill(dayIn(0));
      await member.page.getByLabel('听实话（听到什么）').fill('晚上没有路灯。');
      await member.page.getByLabel('察实情（看到什么）').fill('三盏路灯不亮。');
      await member.page.getByLabel('求实效（办成什么）').fill('当周修复。');
      await expectClean(member);
      await submit(member.page, '记一次走访');
      await member.page.getByText('晚上没有路灯。').waitFor();
      await expectClean(member);
      await member.page.getByRole('link', { name: '详情' }).click();
      await member.page.getByText('三盏路灯不亮。').waitFor();
      await member.page.getByText(/聂寨 · .* · 姜承志/).waitFor();
      await expectClean(member);
    },
    2 * MINUTE_MS,
  );

  it(
    '[4.5 duplicate] two whistles are merged by comparison: the earlier deadline is kept, the higher grade taken',
    async () => {
      const { tale } = stage;
      const place = '己';
      const master = await tale.blow({ place, facts: '楼道口电动车乱停乱充，从楼上拉电线下来' });
      await tale.accept(master.id);
      await tale.checkIn(master.id);
      await tale.dispatch(master.id, 'CGJ');
      const urgent = await tale.blow({ place, facts: '楼道口电瓶车乱停乱充，飞线很危险' });
      const another = await tale.blow({ place, facts: '楼道口电动车乱停，没有充电' });
      await tale.accept(urgent.id, 'G2');
      const before = await tale.inState(master.id, 'COORDINATING');
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open(`/whistles/${urgent.number}`);
      await liaison.page.getByRole('link', { name: `比对 ${another.number}` }).click();
      await press(liaison, '不是同一件');
      await liaison.page.getByText(/已认定不是同一件/).waitFor();
      await liaison.open(`/whistles/${urgent.number}`);
      await liaison.page.getByRole('link', { name: `比对 ${master.number}` }).click();
      await liaison.page.getByText('定级取高：G2 紧急').waitFor();
      await liaison.page.getByRole('row').filter({ hasText: '定级' }).getByText('不同').waitFor();
      await expectClean(liaison);
      const told = await liaison.page.getByText(/反馈期限取早：/).textContent();
      await press(liaison, '并为一件');
      await liaison.page.getByLabel('理由').fill('同一处飞线充电。');
      await submit(liaison.page, '并为一件');
      await liaison.page.getByText(`已并入 ${master.number}。`).waitFor();
      const after = await eventually('the master has taken it over', async () => {
        const seen = await tale.whistle(master.id);
        return seen.grade === 'G2' && seen;
      });
      expect(Date.parse(after.dueAt)).toBeLessThan(Date.parse(before.dueAt));
      expect(told).toContain(clockOf(after.dueAt));
      await expectClean(liaison);
    },
    3 * MINUTE_MS,
  );

  it(
    'everything with a name or number is found, and each page is clean on a phone in English',
    async () => {
      const { number } = await stage.tale.blow({ place: '庚字胡同', facts: '井盖松了' });
      const liaison = await stage.desk('phone', 'zx-liaison1');
      await liaison.open('/search');
      await liaison.page.getByRole('searchbox').fill('庚字胡同');
      await liaison.page.getByRole('searchbox').press('Enter');
      await liaison.page.getByRole('link', { name: number }).waitFor();
      await expectClean(liaison);
      await liaison.page.getByRole('button', { name: 'English' }).click();
      const pages = [
        ['/search?q=鸿元', 'Search'],
        ['/members?skill=fire', 'Members and areas'],
        ['/coverage', 'Members and areas'],
        ['/communities/ZX04', '康乐 community'],
        ['/estates/ZX-E03', '鸿元小区'],
        ['/departments', 'Departments'],
        ['/departments/ZX-CGJ?period=year', '城管局'],
        ...['visits', 'campaigns', 'tours', 'held', 'micro', 'donations'].map((view) => [
          `/activities?view=${view}`,
          'Visits and activities',
        ]),
      ] as const;
      for (const [path, heading] of pages) {
        await liaison.open(path!);
        await liaison.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        await liaison.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
        await expectClean(liaison);
      }
    },
    2 * MINUTE_MS,
  );
});

/** "15:04" in Asia/Shanghai. */
const clockOf = (iso: string): string => new Date(Date.parse(iso) + HOURS_AHEAD_MS).toISOString().slice(11, 16);
