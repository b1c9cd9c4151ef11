import { describe, expect, it } from '@jest/globals';
import { choose, type Desk } from './desk.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const SHANGHAI_MS = 8 * 3_600_000;
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
    },
    3 * MINUTE_MS,
  );

  const sessionOf = async (whistleId: string) =>
    stage.tale.ok('sessions', await stage.tale.as('liaison1').get(`/api/deliberations?whistleId=${whistleId}`))
      .items[0];
  const nameOf = async (memberId: string): Promise<string> => {
    const { items } = stage.tale.ok('members', await stage.tale.as('liaison1').get('/api/members?limit=100'));
    return items.find((one: { id: string }) => one.id === memberId).name;
  };
});
