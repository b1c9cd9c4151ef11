import { describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/client.js';
import { choose, type Desk } from './desk.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const THIS_YEAR = new Date().getFullYear();
/** So long lies in the next year, whenever it starts. */
const ALMOST_A_YEAR = { kind: 'workingDays', amount: 250 };

const inEnglish = async (desk: Desk, heading: string): Promise<void> => {
  await desk.page.getByRole('button', { name: 'English' }).click();
  await desk.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await expectClean(desk);
  await desk.page.getByRole('button', { name: '中文' }).click();
};

describe('the administration in the portal', () => {
  const stage = useStage();

  it(
    '[S102] a limit is changed on a screen, tried on the last 90 days, and approved by a deputy leader; open matters keep their version',
    async () => {
      const { tale } = stage;
      const { id } = await tale.blow();
      await tale.accept(id);
      const { ruleSetVersion } = await tale.whistle(id);
      const admin = await stage.desk('laptop', 'zx-admin');
      await admin.open('/admin');
      await expectClean(admin);
      await admin.page.getByRole('main').getByRole('link', { name: '规则' }).click();
      await admin.page.getByText('没有待生效的规则。').waitFor();
      await expectClean(admin);
      await admin.page.getByRole('link', { name: '改规则' }).click();
      await admin.page.getByRole('spinbutton', { name: 'G3 一般：报到', exact: true }).fill('4');
      await choose(admin.page, 'G3 一般：报到，单位', '小时');
      await admin.page.getByText('改了 1 条').waitFor();
      await expectClean(admin);
      // What was typed is still there when the page was left and opened again.
      await admin.page.reload();
      await admin.page.getByRole('button', { name: '看看近 90 天会怎样' }).click();
      const row = admin.page
        .getByRole('region', { name: '改动' })
        .getByRole('row')
        .filter({ hasText: 'G3 一般：报到' });
      await row.waitFor();
      expect(await row.textContent()).toMatch(/2 个工作日4 小时\d+00$/);
      await expectClean(admin);
      await admin.page.getByLabel('为什么改').fill('委员反映两天太长');
      await admin.page.getByRole('button', { name: '送审' }).click();
      await admin.page.getByText('理由：委员反映两天太长').waitFor();
      const proposal = new URL(admin.page.url()).pathname;

      const deputy = await stage.desk('phone', 'zx-deputyleader1');
      await deputy.open(proposal);
      await deputy.page.getByRole('region', { name: '改动' }).waitFor();
      await expectClean(deputy);
      await act(deputy.page, '批准');
      const tomorrow = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
      await deputy.page.getByLabel('哪天起生效').fill(tomorrow);
      await expectClean(deputy);
      await submit(deputy.page, '批准');
      await deputy.page.getByText(`成为第 ${ruleSetVersion + 1} 版`, { exact: false }).waitFor();
      await deputy.open('/admin/rules');
      await deputy.page.getByRole('row').filter({ hasText: '待生效' }).getByRole('link').click();
      await deputy.page.getByRole('region', { name: '规则内容' }).getByText('4 小时').waitFor();
      await expectClean(deputy);
      await inEnglish(deputy, 'Rules');
      expect((await tale.whistle(id)).ruleSetVersion).toBe(ruleSetVersion);
    },
    3 * MINUTE_MS,
  );

  it(
    'the year that was missing is loaded, and deadlines in it are no longer provisional',
    async () => {
      const { tale } = stage;
      const calendar = async () => tale.ok('calendar', await tale.as('admin').get('/api/calendar'));
      for (let year = (await calendar()).lastYear + 1; year <= THIS_YEAR; year += 1) {
        const body = { year, holidays: [`${year}-01-01`], makeUpWorkdays: [] };
        tale.ok('load', await tale.as('admin').post('/api/calendar', body));
      }
      const rules = tale.ok('rules', await tale.as('admin').get('/api/rule-set/versions?limit=1')).items[0];
      const { content } = tale.ok('rules', await tale.as('admin').get(`/api/rule-set/versions/${rules.version}`));
      for (const grade of ['G3', 'G4']) {
        Object.assign(content.grades[grade], { feedback: ALMOST_A_YEAR, accept: ALMOST_A_YEAR });
      }
      const proposal = tale.ok('propose', await tale.as('admin').post('/api/rule-set/proposals', { content }));
      const at = { effectiveFrom: new Date(Date.now() + 2_000).toISOString() };
      tale.ok('approve', await tale.as('deputyleader1').post(`/api/rule-set/proposals/${proposal.id}/approval`, at));
      const version = async () => tale.ok('rules', await tale.as('admin').get('/api/rule-set')).version;
      await eventually('the new rules hold', async () => (await version()) > rules.version);
      const { id } = await tale.blow();
      const clock = async () => (await tale.whistle(id)).deadlines[0];
      expect(await clock()).toMatchObject({ step: 'accept', provisional: true });
      expect((await calendar()).provisionalDeadlines).toBeGreaterThan(0);
      const guessed = Date.parse((await clock()).dueAt);

      const admin = await stage.desk('laptop', 'zx-admin');
      await admin.open(`/admin/calendar?year=${THIS_YEAR + 1}`);
      await admin.page.getByRole('heading', { name: /尚未公布/ }).waitFor();
      await expectClean(admin);
      const due = new Date(guessed + 8 * 3_600_000).toISOString().slice(0, 10);
      const holidays = admin.page.getByLabel(/放假的日子/);
      await holidays.fill('元旦');
      await admin.page.getByText('看不懂这些日期：元旦').waitFor();
      await holidays.fill(`${THIS_YEAR + 1}-01-01 至 ${THIS_YEAR + 1}-01-03\n${due}`);
      await admin.page.getByRole('button', { name: '载入年度安排' }).click();
      await admin.page.getByRole('heading', { name: '放假 4 天' }).waitFor();
      await admin.page.getByText('期限都按最新日历').waitFor({ timeout: MINUTE_MS });
      await admin.page.getByText('0 个', { exact: true }).waitFor();
      await expectClean(admin);
      expect(await clock()).toMatchObject({ provisional: false });
      expect(Date.parse((await clock()).dueAt)).toBeGreaterThan(guessed);

      const phone = await stage.desk('phone', 'zx-deputyleader2');
      await phone.open('/admin/calendar');
      await phone.page.getByRole('heading', { name: /年安排已载入/ }).waitFor();
      await expectClean(phone);
      await inEnglish(phone, 'Calendar');
    },
    3 * MINUTE_MS,
  );
});
