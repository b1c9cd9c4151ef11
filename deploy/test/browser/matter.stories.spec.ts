import { describe, expect, it } from '@jest/globals';
import { databaseUrlOf } from '@hsl/database/database-env';
import { withDatabase } from '@hsl/deploy/local/database-connection';
import { toDispatched } from '../platform/story.js';
import { choose, type Desk } from './desk.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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
    '[S54] [S81] a head says who is in charge of a task; what is in its way stands there, and in the unit’s lists, until it is cleared',
    async () => {
      const { tale } = stage;
      const { id } = await tale.blow();
      await toDispatched(tale, id);
      const task = await tale.taskOf(id, 'cgj');
      const { handlers } = tale.ok('unit', await tale.as('head-cgj').get('/api/departments/ZX-CGJ'));
      const { name } = handlers.find((one: { id: string }) => one.id === 'zx-handler-cgj');
      const head = await stage.desk('laptop', 'zx-head-cgj');
      await head.open(`/tasks/${task.id}`);
      await head.page.getByText('还没指定经办人').waitFor();
      await head.page.getByRole('button', { name: '指定经办人' }).click();
      await choose(head.page, '经办人', name);
      await submit(head.page, '指定经办人');
      await head.page.getByText(`经办人：${name}`).waitFor();
      await expectClean(head);
      const handler = await stage.desk('phone', 'zx-handler-cgj');
      await handler.open(`/tasks/${task.id}`);
      await handler.page.getByRole('button', { name: '记一个障碍' }).click();
      await choose(handler.page, '卡在哪里', '资金');
      await handler.page.getByLabel('障碍说明').fill('停车架采购款未到账。');
      await submit(handler.page, '记一个障碍');
      const obstacles = handler.page.getByRole('region', { name: '障碍' }).getByRole('listitem');
      const row = obstacles.filter({ hasText: '停车架采购款未到账。' });
      await row.waitFor();
      await head.open('/departments/ZX-CGJ');
      const listed = head.page.getByRole('region', { name: '问题清单' }).getByRole('row');
      await listed.filter({ hasText: '资金：停车架采购款未到账。' }).waitFor();
      await expectClean(head);
      const saved = head.page.waitForEvent('download');
      await head.page.getByRole('button', { name: '下载表格' }).click();
      expect((await saved).suggestedFilename()).toBe('问题清单.csv');
      for (const list of ['措施清单', '责任清单']) await head.page.getByRole('button', { name: list }).click();
      await head.page.getByRole('region', { name: '责任清单' }).getByRole('row').filter({ hasText: name }).waitFor();
      await expectClean(head);
      await row.getByRole('button', { name: '障碍已解决' }).click();
      await handler.page.getByLabel('怎么解决的').fill('财政已拨付，见拨款单。');
      await expectClean(handler);
      await submit(handler.page, '障碍已解决');
      await row.getByText(/已解决$/).waitFor();
      await expectClean(handler);
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

  it(
    'what keeps coming back is taken up for a month: proposed by one, ruled on by another',
    async () => {
      const reason = '雨天积水反复反映，三个社区都有。';
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/themes');
      await liaison.page.getByText('这个月没有一类事重复三次以上。').waitFor();
      await liaison.page.getByRole('button', { name: '提为每月一题' }).click();
      await choose(liaison.page, '分类', 'C1 非机动车停放充电');
      await liaison.page.getByLabel('理由').fill(reason);
      await expectClean(liaison);
      await submit(liaison.page, '提为每月一题');
      const row = (page: Desk['page']) => page.getByRole('listitem').filter({ hasText: reason });
      await row(liaison.page).getByText('待定').waitFor();
      const deputy = await stage.desk('phone', 'zx-deputyleader1');
      await deputy.open('/themes');
      await row(deputy.page).getByRole('button', { name: '定题' }).click();
      await choose(deputy.page, '意见', '同意');
      await submit(deputy.page, '定题');
      await row(deputy.page).getByText('已定').waitFor();
      await expectClean(deputy);
    },
    2 * MINUTE_MS,
  );

  it(
    '[S96] residents answer the survey of the half year on a phone, once, and the office reads what they think',
    async () => {
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/surveys');
      await liaison.page.getByText('这半年还没有问卷。').waitFor();
      await liaison.page.getByRole('button', { name: '发起问卷' }).click();
      const [today, later] = [0, 20].map((days) => new Date(Date.now() + days * DAY_MS + 8 * HOUR_MS).toISOString());
      await liaison.page.getByLabel('开始').fill(today!.slice(0, 10));
      await liaison.page.getByLabel('截止').fill(later!.slice(0, 10));
      await expectClean(liaison);
      await submit(liaison.page, '发起问卷');
      const places = stage.tale.ok('places', await stage.tale.as('liaison1').get('/api/communities?limit=100')).items;
      const { name } = places.find((one: { id: string }) => one.id === 'ZX01');
      const row = liaison.page.getByRole('row').filter({ hasText: name });
      await row.getByRole('cell', { name: '0', exact: true }).waitFor();
      const resident = await stage.desk('phone');
      await resident.open('/p/communities/ZX01');
      await resident.page.getByRole('heading', { name: '居民问卷' }).waitFor();
      await resident.page.getByRole('button', { name: '交卷' }).click();
      await resident.page.getByText('还有题没答。').waitFor();
      await expectClean(resident);
      for (const group of await resident.page.getByRole('group').all()) await group.getByLabel('较好').check();
      await resident.page.getByRole('button', { name: '交卷' }).click();
      await resident.page.getByText('已经收到，谢谢您。').waitFor();
      await resident.open('/p/communities/ZX01');
      await resident.page.getByText('已经收到，谢谢您。').waitFor();
      await expectClean(resident);
      await liaison.open('/surveys');
      await row.getByRole('cell', { name: '1', exact: true }).waitFor();
      expect(await row.getByRole('cell', { name: '4.0' }).count()).toBe(6);
      await expectClean(liaison);
    },
    2 * MINUTE_MS,
  );

  it('says the same of a matter that does not exist as of one that is not yours', async () => {
    const { page, open } = await stage.desk('phone', 'zx-worker-01');
    await open('/whistles/ZX-2026-999999');
    await page.getByText('没有这件事，或您无权查看。').waitFor();
  });
});
