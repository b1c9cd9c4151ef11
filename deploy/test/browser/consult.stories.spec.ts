import { describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/client.js';
import { choose, type Desk } from './desk.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const SHANGHAI_MS = 8 * 3_600_000;
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE_MS).toISOString();
/** As a person of the place types it. */
const localIn = (minutes: number): string =>
  new Date(Date.now() + SHANGHAI_MS + minutes * MINUTE_MS).toISOString().slice(0, 16);

describe('the consultation in the portal', () => {
  const stage = useStage();

  /** The page in the other language too, and back. */
  async function expectCleanInBoth(desk: Desk): Promise<void> {
    await expectClean(desk);
    await desk.page.getByRole('button', { name: 'English' }).click();
    await desk.page.getByRole('button', { name: '中文' }).waitFor();
    await expectClean(desk);
    await desk.page.getByRole('button', { name: '中文' }).click();
    await desk.page.getByRole('button', { name: 'English' }).waitFor();
  }

  it(
    '[S114] a member arranges a stool talk on a phone, sees which seats are empty, and cannot conclude it without its problem',
    async () => {
      const { tale } = stage;
      const { id, number } = await tale.blow();
      await tale.accept(id);
      await tale.checkIn(id);
      tale.ok('convene', await tale.as('member-01').post(`/api/whistles/${id}/sessions`, { subject: '东门怎么停' }));
      const member = await stage.desk('phone', 'zx-member-01');
      const { page } = member;
      await member.open('/sessions?state=CONVENED');
      await page.getByRole('link', { name: number }).click();
      await page.getByText('还没有定时间和形式').waitFor();
      await act(page, '定时间和形式');
      await choose(page, '形式', '小板凳');
      await page.getByLabel('开始').fill(localIn(-5));
      await page.getByLabel('结束').fill(localIn(60));
      await submit(page, '定时间和形式');
      await act(page, '邀请');
      await choose(page, '席位', '政协委员');
      await choose(page, '请谁', '委员');
      await choose(page, '委员', await nameOf('ZX-M02'));
      await submit(page, '邀请');
      const empty = '空着 5 席：社区党组织、社区居委会、职能部门、居民代表、法律或专业人士';
      await page.getByText(empty).waitFor();
      await expectCleanInBoth(member);
      await act(page, '形成结论');
      await choose(page, '结论', '部分共识');
      await page.getByLabel('共识', { exact: true }).fill('先划线，夜里再看。');
      await page.getByLabel('到场人数').fill('7');
      await submit(page, '形成结论');
      await page.getByText('请填写“商量的是什么问题”').waitFor();
      expect((await sessionOf(id)).state).toBe('CONVENED');
      await page.getByLabel('商量的是什么问题').fill('东门非机动车占道');
      await submit(page, '形成结论');
      await page.getByText('7 人参加').waitFor();
      expect(await sessionOf(id)).toMatchObject({ state: 'HELD', outcome: 'partial' });
      await page.getByRole('heading', { name: '转化成了什么' }).waitFor();
      await expectClean(member);
    },
    3 * MINUTE_MS,
  );

  it(
    '[S99] an online session is voted on: the votes shown are those cast, while it goes on and in the minutes',
    async () => {
      const { tale } = stage;
      const { items } = tale.ok('topics', await tale.as('liaison1').get('/api/topics'));
      const plan = {
        ...{ topicId: items[0].id, communityIds: ['ZX01'], format: 'online', agenda: ['停车'], openToAll: true },
        ...{ startsAt: inMinutes(-5), endsAt: inMinutes(60), onlineLink: 'https://meeting.example.cn/1' },
      };
      const { id } = tale.ok('convene', await tale.as('liaison1').post('/api/deliberations', plan));
      const path = `/api/deliberations/${id}`;
      for (const memberId of ['ZX-M01', 'ZX-M02', 'ZX-M03'])
        tale.ok('invite', await tale.as('liaison1').post(`${path}/participants`, { seat: 'member', memberId }));
      for (const who of ['member-02', 'member-03']) tale.ok('come', await tale.as(who).post(`${path}/sign-ins`));
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open(`/sessions/${id}`);
      await act(liaison.page, '提交表决');
      await liaison.page.getByLabel('内容').fill('北侧建棚');
      await submit(liaison.page, '提交表决');
      await liaison.page.getByText('赞成 0，反对 0，弃权 0，共 0 票').waitFor();
      const [motion] = tale.ok('room', await tale.as('member-02').post(`${path}/joining`)).motions;
      const vote = (who: string, choice: string) => tale.as(who).post(`${path}/motions/${motion.id}/votes`, { choice });
      tale.ok('vote', await vote('member-02', 'against'));
      tale.ok('vote', await vote('member-03', 'abstain'));
      const member = await stage.desk('phone', 'zx-member-01');
      await member.open(`/sessions/${id}`);
      await act(member.page, '签到');
      await submit(member.page, '签到');
      await act(member.page, '发言');
      await member.page.getByLabel('内容').fill('早点建。');
      await submit(member.page, '发言');
      await member.page.getByText('早点建。').waitFor();
      await member.page.getByRole('group', { name: '您的一票' }).getByRole('button', { name: '赞成' }).click();
      const counted = '赞成 1，反对 1，弃权 1，共 3 票';
      await member.page.getByText(counted).waitFor();
      await expectCleanInBoth(member);
      await liaison.page.getByText(counted).waitFor();
      await act(liaison.page, '形成结论');
      await liaison.page.getByLabel('商量的是什么问题').fill('停车难');
      await choose(liaison.page, '结论', '达成共识');
      await liaison.page.getByLabel('共识', { exact: true }).fill('再议选址。');
      await submit(liaison.page, '形成结论');
      await liaison.page.getByRole('heading', { name: '转化成了什么' }).waitFor();
      await liaison.page.getByText(counted).waitFor();
      await expectCleanInBoth(liaison);
    },
    3 * MINUTE_MS,
  );

  it(
    'a proposal is submitted, talked over, replied to and rated by the people concerned',
    async () => {
      const { tale } = stage;
      const member = await stage.desk('phone', 'zx-member-01');
      await member.open('/proposals');
      await act(member.page, '提交提案');
      await member.page.getByLabel('标题').fill('规范老旧小区充电');
      await member.page.getByLabel('内容').fill('多个小区飞线充电，建议按楼栋布设充电棚。');
      await submit(member.page, '提交提案');
      await member.page.getByRole('heading', { name: '规范老旧小区充电' }).waitFor();
      await member.page.getByText('待审查').waitFor();
      const id = new URL(member.page.url()).pathname.split('/').at(-1)!;
      const path = `/api/proposals/${id}`;
      tale.ok('file', await tale.as('deputyleader1').post(`${path}/filing`, { isFiled: true }));
      tale.ok('assign', await tale.as('liaison1').post(`${path}/assignment`, { leadDepartmentId: 'ZX-CGJ' }));
      const head = await stage.desk('laptop', 'zx-head-cgj');
      await head.open('/proposals?state=ASSIGNED');
      await head.page.getByRole('link', { name: '规范老旧小区充电' }).click();
      await act(head.page, '记见面');
      await head.page.getByLabel('内容').fill('在社区面谈一小时。');
      await submit(head.page, '记见面');
      await head.page.getByText('主办单位记了与委员见面').waitFor();
      await member.page.reload();
      await act(member.page, '确认见过面');
      await submit(member.page, '确认见过面');
      await member.page.getByText('已见面，待答复').waitFor();
      await head.page.reload();
      await act(head.page, '答复');
      await choose(head.page, '答复类别', 'A 已解决');
      await head.page.getByLabel('内容').fill('已增设充电棚十处。');
      await expectClean(head);
      await submit(head.page, '答复');
      await head.page.getByText('已答复，待评价').waitFor();
      await member.page.reload();
      await act(member.page, '评价');
      await choose(member.page, '满意不满意', '满意');
      await submit(member.page, '评价');
      await member.page.getByText('委员评价：满意').waitFor();
      await expectCleanInBoth(member);
      // It was met before the reply: the meeting rate counts it, and opens it.
      const leader = await stage.desk('laptop', 'zx-groupleader');
      const isCounted = async (): Promise<boolean> => {
        await leader.open('/figures/I10?part=numerator');
        await leader.page.locator('.figure-value').waitFor();
        return (await leader.page.getByRole('button', { name: '分子（1）' }).count()) === 1;
      };
      await eventually('I10 counts the meeting', isCounted, MINUTE_MS);
      await leader.page.getByText('100.0 %').first().waitFor();
      const cases = leader.page.getByRole('region', { name: '哪些件' }).locator('tbody tr');
      await cases.first().waitFor();
      expect(await cases.count()).toBe(1);
      await expectClean(leader);
    },
    3 * MINUTE_MS,
  );

  it(
    '[S106] topics are asked for; one that a community proposes is shortlisted and planned by others, who sign what each brings',
    async () => {
      const worker = await stage.desk('phone', 'zx-worker-01');
      await worker.open('/topics');
      await expectClean(worker);
      await act(worker.page, '提议题');
      await worker.page.getByLabel('标题').fill('楼道堆物清理');
      await worker.page.getByLabel('问题').fill('多个楼道堆放旧家具。');
      await choose(worker.page, '分类', 'B2 物业服务纠纷');
      await choose(worker.page, '涉及的社区', await communityName());
      await submit(worker.page, '提议题');
      await worker.page.getByRole('heading', { name: '楼道堆物清理' }).waitFor();
      await expectCleanInBoth(worker);
      const { pathname } = new URL(worker.page.url());
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/topics?phase=selection');
      await act(liaison.page, '开始征集');
      await liaison.page.getByLabel('标题').fill('2027 年议题征集');
      await liaison.page.getByRole('textbox', { name: '开始' }).fill('2027-03-01');
      await liaison.page.getByRole('textbox', { name: '截止' }).fill('2027-03-31');
      await submit(liaison.page, '开始征集');
      await liaison.page.getByText('正在征集：2027 年议题征集，2027年3月1日 至 2027年3月31日').waitFor();
      await liaison.page.getByRole('link', { name: '楼道堆物清理' }).click();
      await act(liaison.page, '入选');
      await submit(liaison.page, '入选');
      await liaison.page.getByText('已入选').first().waitFor();
      const leader = await stage.desk('laptop', 'zx-deputyleader1');
      await leader.open(pathname);
      await act(leader.page, '列入年度计划');
      await leader.page.getByLabel('哪一年的计划').fill('2027');
      await submit(leader.page, '列入年度计划');
      await leader.page.getByRole('listitem').filter({ hasText: '● 解题，自' }).waitFor();
      await expectCleanInBoth(leader);

      await liaison.open(pathname);
      await liaison.page.getByRole('button', { name: '写协调方案' }).click();
      await choose(liaison.page, '主办单位', '城管局');
      await liaison.page.getByLabel('主办单位做什么').fill('清运旧家具。');
      await liaison.page.getByLabel('主办单位到哪一天').fill('2027-04-30');
      await choose(liaison.page, '社区', await communityName());
      await liaison.page.getByLabel('出什么、做什么', { exact: true }).fill('逐户告知。');
      await liaison.page.getByLabel('到哪一天', { exact: true }).fill('2027-04-15');
      await submit(liaison.page, '写协调方案');
      const partOf = (one: Desk, party: string) => one.page.getByRole('row').filter({ hasText: party });
      await partOf(liaison, '城管局').getByText('2027年4月30日').waitFor();
      await expectCleanInBoth(liaison);
      const head = await stage.desk('laptop', 'zx-head-cgj');
      for (const [one, party] of [
        [worker, await communityName()],
        [head, '城管局'],
      ] as const) {
        await one.open(pathname);
        await partOf(one, party).getByRole('button', { name: '签字' }).click();
        await submit(one.page, '签字');
        await partOf(one, party).getByText('未签字').waitFor({ state: 'detached' });
      }
      await head.page.getByText('各方已签字').waitFor();
      await expectCleanInBoth(head);
    },
    2 * MINUTE_MS,
  );

  it(
    'a room is booked for a time of next week, is refused to the next with free times nearby, and is given up again',
    async () => {
      const member = await stage.desk('laptop', 'zx-member-01');
      const { page } = member;
      await member.open('/calendar');
      await page.getByRole('button', { name: '下一周' }).click();
      await page.getByRole('rowheader', { name: '协商议事厅' }).waitFor();
      const week = await page.getByText(/^\d{4}年\d+月\d+日 至/).innerText();
      const monday = /\d+年\d+月\d+/
        .exec(week)![0]
        .split(/[年月]/)
        .map((part) => part.padStart(2, '0'))
        .join('-');
      const book = async (purpose: string): Promise<void> => {
        await act(page, '预订');
        await choose(page, '房间', '金裕中心 · 协商议事厅');
        await page.getByLabel('从').fill(`${monday}T09:00`);
        await page.getByLabel('到').fill(`${monday}T11:00`);
        await page.getByLabel('做什么用').fill(purpose);
        await submit(page, '预订');
      };
      await book('停车协商');
      await page.getByRole('cell', { name: '09:00–11:00 停车协商' }).waitFor();
      await expectCleanInBoth(member);
      await book('电梯协商');
      await page
        .getByRole('alert')
        .getByText(/这段时间已有人预订。附近空着：.+–/)
        .waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '取消“停车协商”' }).click();
      await submit(page, '取消预订');
      await page.getByText('本周没有您的预订。').waitFor();
    },
    2 * MINUTE_MS,
  );

  const sessionOf = async (whistleId: string) =>
    stage.tale.ok('sessions', await stage.tale.as('liaison1').get(`/api/deliberations?whistleId=${whistleId}`))
      .items[0];
  const communityName = async (): Promise<string> => {
    const { items } = stage.tale.ok('communities', await stage.tale.as('worker-01').get('/api/communities'));
    return items.find((one: { id: string }) => one.id === 'ZX01').name;
  };
  const nameOf = async (memberId: string): Promise<string> => {
    const { items } = stage.tale.ok('members', await stage.tale.as('liaison1').get('/api/members?limit=100'));
    return items.find((one: { id: string }) => one.id === memberId).name;
  };
});
