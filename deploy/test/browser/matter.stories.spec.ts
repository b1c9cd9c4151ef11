import { describe, expect, it } from '@jest/globals';
import { databaseUrlOf } from '@hsl/database/database-env';
import { withDatabase } from '@hsl/deploy/local/database-connection';
import { toDispatched } from '../platform/story.js';
import { choose } from './desk.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;

describe('one matter in the portal', () => {
  const stage = useStage();

  it(
    'goes from accepted to concluded in the hands of those whose steps they are, each seeing the others live',
    async () => {
      const { id, number } = await stage.tale.blow({ reporters: [{ channel: 'phone', phone: '13800000000' }] });
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      const worker = await stage.desk('phone', 'zx-worker-01');
      for (const { open } of [liaison, worker]) await open(`/whistles/${number}`);
      await act(liaison.page, '受理');
      await choose(liaison.page, '定级', 'G3 一般');
      await submit(liaison.page, '受理');
      // The other one does nothing but look.
      await worker.page
        .getByText('等委员报到')
        .or(worker.page.getByText('报到', { exact: true }))
        .first()
        .waitFor();
      await stage.tale.checkIn(id);
      await act(liaison.page, '派单');
      expect(await liaison.violations()).toEqual([]);
      await choose(liaison.page, '主办单位', '城管局');
      await submit(liaison.page, '派单');
      await worker.page.getByText('主办：城管局').waitFor();
      await stage.tale.acknowledge(id, 'cgj');
      await stage.tale.feedBack(id, 'cgj');
      await act(worker.page, '核查');
      await choose(worker.page, '核查结果', '通过');
      await submit(worker.page, '核查');
      await stage.tale.verify(id, 'pass', 'member-01');
      const liaison2 = await stage.desk('laptop', 'zx-liaison2');
      await liaison2.open(`/whistles/${number}`);
      await act(liaison2.page, '记录回访');
      await choose(liaison2.page, '解决了没有', '解决了');
      await choose(liaison2.page, '满意不满意', '满意');
      await submit(liaison2.page, '记录回访');
      await worker.page.getByText('办好了').waitFor();
      for (const one of [liaison, liaison2, worker]) await expectClean(one);
      await worker.page.getByRole('button', { name: 'English' }).click();
      await worker.page.getByRole('heading', { name: 'History' }).waitFor();
      await expectClean(worker);
    },
    4 * MINUTE_MS,
  );

  it(
    'explains to whom comes second that the matter has moved on, and keeps what was typed',
    async () => {
      const { id, number } = await stage.tale.blow();
      const { page, open, violations } = await stage.desk('laptop', 'zx-liaison1');
      await open(`/whistles/${number}?do=whistle.sendBack`);
      await page.getByLabel('缺什么').fill('请补充具体楼栋。');
      const second = await stage.desk('laptop', 'zx-liaison2');
      await second.open(`/whistles/${number}`);
      await act(second.page, '受理');
      await choose(second.page, '定级', 'G3 一般');
      await submit(second.page, '受理');
      await stage.tale.inState(id, 'ASSIGNING');
      await submit(page, '请补正');
      await page.getByRole('alert').getByText('这一步刚由别人办了').waitFor();
      expect(await page.getByLabel('缺什么').inputValue()).toBe('请补充具体楼栋。');
      expect(await violations()).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    'leads with one action; the rare ones are a menu that the keyboard opens, and the focus comes back to it',
    async () => {
      const { number } = await stage.tale.blow();
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      const { page } = liaison;
      await liaison.open(`/whistles/${number}`);
      const bar = page.getByRole('region', { name: '您现在可以' });
      const more = bar.getByRole('button', { name: '更多', exact: true });
      await more.waitFor();
      expect(await bar.locator('.ant-btn-primary').allTextContents()).toEqual(['受理']);
      expect(await bar.getByRole('button').count()).toBeLessThanOrEqual(5);
      await more.focus();
      await page.keyboard.press('Enter');
      const items = page.getByRole('menuitem');
      await items.first().waitFor();
      await expectClean(liaison);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.locator('button:focus').textContent()).toBe('更多');
    },
    2 * MINUTE_MS,
  );

  it(
    'takes a step once however often the button is pressed, and brings the focus back where it came from',
    async () => {
      const { id, number } = await stage.tale.blow({ level: 'yellow' });
      const { page, open } = await stage.desk('laptop', 'zx-head-01');
      await open(`/whistles/${number}`);
      await page.getByRole('region', { name: '您现在可以' }).getByRole('button', { name: '会签' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.locator('button:focus').textContent()).toBe('会签');
      await page.keyboard.press('Enter');
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().includes('/countersign')) sent.push(request.url());
      });
      await page.getByRole('dialog').getByRole('button', { name: '会签' }).dblclick();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(sent).toHaveLength(1);
      expect((await stage.tale.whistle(id)).progress).toMatchObject({ isCountersigned: true });
    },
    2 * MINUTE_MS,
  );

  it(
    'leads whoever rules on a return to the task, and says what became of it',
    async () => {
      const { id, number } = await stage.tale.blow();
      await toDispatched(stage.tale, id);
      const task = await stage.tale.taskOf(id, 'cgj');
      const path = `/api/department-tasks/${task.id}`;
      const asked = { reasonCode: 'notOurDuty', toDepartmentId: 'ZX-XFD', legalBasis: '《消防法》第五十三条' };
      stage.tale.ok('return', await stage.tale.as('head-cgj').post(`${path}/return-request`, asked));
      const { page, open, violations, complaints } = await stage.desk('laptop', 'zx-liaison1');
      await open(`/whistles/${number}`);
      await page.locator('.waiting').getByText('联络员 裁定退单').waitFor();
      await page.getByRole('listitem').filter({ hasText: '申请退单' }).getByRole('link').click();
      await act(page, '裁定退单');
      await choose(page, '是否同意退单', '不同意');
      await page.getByLabel('理由').fill('职责清单已明确由该单位承办。');
      expect(await violations()).toEqual([]);
      await submit(page, '裁定退单');
      await page.getByText('待签收').first().waitFor();
      expect(complaints).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    'shows a history of years to its newest line',
    async () => {
      const { id, number } = await stage.tale.blow();
      const { stack } = stage.platform;
      await withDatabase(databaseUrlOf('whistles', stack.addresses.databaseUrl), async (database) => {
        await database.query(`SET hsl.subdistrict = '*'`);
        await database.query(
          `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
           SELECT 'zx', $1, 1, 'line-' || n, CASE n WHEN 700 THEN 'sentBack' ELSE 'resubmitted' END,
             now() + n * interval '1 second', '{}' FROM generate_series(1, 700) AS n`,
          [id],
        );
      });
      const { page, open, complaints } = await stage.desk('laptop', 'zx-liaison1');
      await open(`/whistles/${number}`);
      await page.getByRole('button', { name: '全部 701 条' }).waitFor();
      expect(await page.locator('ol.timeline > li').first().textContent()).toContain('退回补正');
      expect(complaints).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it('says the same of a matter that does not exist as of one that is not yours', async () => {
    const { page, open } = await stage.desk('phone', 'zx-worker-01');
    await open('/whistles/ZX-2026-999999');
    await page.getByText('没有这件事，或您无权查看。').waitFor();
  });
});
