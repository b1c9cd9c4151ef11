import { describe, expect, it } from '@jest/globals';
import { eventually } from '../platform/client.js';
import { toDispatched, toVerifying } from '../platform/story.js';
import { choose, type Desk } from './desk.js';
import { GREEN_POINT as PICTURE } from './pictures.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Counts what is played: a machine without loudspeakers is silent. */
const COUNTS_TONES = `window.tones = 0;
  const start = AudioScheduledSourceNode.prototype.start;
  AudioScheduledSourceNode.prototype.start = function (...at) { window.tones += 1; return start.apply(this, at); };`;

describe('members and departments in the portal', () => {
  const stage = useStage();

  it(
    'a member is called on a phone, reads why, and says that she is coming',
    async () => {
      const { id, number } = await stage.tale.blow();
      const member = await stage.desk('phone', 'zx-member-01');
      const punctual = async (): Promise<number> => {
        await member.open('/duty');
        await member.page.getByRole('heading', { name: '每一笔' }).waitFor();
        return member.page.getByText(/按时报到 · \+3/).count();
      };
      const before = await punctual();
      await member.open('/calls');
      await stage.tale.accept(id);
      await member.page.getByRole('link', { name: number }).click();
      await member.page.getByRole('heading', { name: '为什么请您' }).waitFor();
      await expectClean(member);
      await act(member.page, '我去报到');
      await submit(member.page, '我去报到');
      await stage.tale.inState(id, 'CHECKED_IN');
      await member.page.getByText('已答应报到').or(member.page.getByText('已报到')).first().waitFor();
      await expectClean(member);
      await eventually('the check-in counts', async () => (await punctual()) === before + 1, MINUTE_MS);
      await member.page.getByRole('row').filter({ hasText: '为民服务员' }).waitFor();
      await expectClean(member);
      // Where nothing is owed, the workbench says how much goes on elsewhere, and leads there.
      await member.open('/work');
      await member.page.getByText(/现在没有轮到您办的事。等别人的有 \d+\+? 件。/).waitFor();
      await expectClean(member);
      await member.page.getByRole('link', { name: '看等别人的' }).click();
      const row = member.page.getByRole('listitem').filter({ hasText: number });
      await row.getByText('等 联络员').waitFor();
      expect(await row.getByText(/^自 /).count()).toBe(1);
      await expectClean(member);
    },
    2 * MINUTE_MS,
  );

  it(
    '[4.2 checkIn] a member whom nobody asked claims a matter from the calls',
    async () => {
      const { tale } = stage;
      const { id, number } = await tale.blow();
      await tale.accept(id);
      const member = await stage.desk('phone', 'zx-member-20');
      await member.open('/calls');
      const offered = member.page.getByRole('region', { name: '可以认领' }).getByRole('listitem');
      // It is offered once the calls were read after members were asked: with the next look at the latest.
      await offered.filter({ hasText: number }).waitFor({ timeout: MINUTE_MS / 2 });
      await offered.filter({ hasText: number }).getByRole('button', { name: '认领' }).click();
      await expectClean(member);
      await submit(member.page, '认领');
      await tale.inState(id, 'CHECKED_IN');
      expect((await tale.whistle(id)).memberIds).toEqual(['ZX-M20']);
      await member.page
        .getByRole('link', { name: number })
        .getByText(/已答应报到|已报到/)
        .waitFor();
      await offered.filter({ hasText: number }).waitFor({ state: 'detached' });
    },
    2 * MINUTE_MS,
  );

  it(
    '[S95] who follows a matter hears how much has changed, until it is looked at, and follows it no longer',
    async () => {
      const { tale } = stage;
      const { id, number } = await tale.blow();
      const member = await stage.desk('laptop', 'zx-member-20');
      const follow = member.page.getByRole('button', { name: '关注', exact: true });
      const followed = member.page.getByRole('region', { name: '我关注的' }).getByRole('listitem');
      const row = followed.filter({ hasText: number });
      await member.open(`/whistles/${number}`);
      await follow.click();
      await follow.and(member.page.locator('[aria-pressed=true]')).waitFor();
      await member.open('/calls');
      await row.getByText('没有新变化').waitFor();
      await tale.accept(id);
      await row.getByText(/有 \d+ 处变化/).waitFor({ timeout: MINUTE_MS });
      await expectClean(member);
      await row.getByRole('link').click();
      await follow.and(member.page.locator('[aria-pressed=true]')).waitFor();
      await eventually('it counts as seen', async () => {
        const { items } = (await tale.as('member-20').get('/api/whistles/followed')).body;
        return items.every(({ changes }: { changes: number }) => changes === 0);
      });
      await follow.click();
      await follow.and(member.page.locator('[aria-pressed=false]')).waitFor();
      await member.open('/calls');
      await member.page.getByRole('heading', { name: '哨声' }).waitFor();
      await row.waitFor({ state: 'detached' });
    },
    2 * MINUTE_MS,
  );

  it(
    'who takes part in a matter sees on the workbench whom it waits for meanwhile, and how it ended',
    async () => {
      const { tale } = stage;
      const { id, number } = await tale.blow({ place: '未' });
      await toVerifying(tale, id);
      const [liaison, handler] = [
        await stage.desk('laptop', 'zx-liaison1'),
        await stage.desk('phone', 'zx-handler-cgj'),
      ];
      const tab = ({ page }: Desk, name: string) => page.getByRole('button', { name, exact: true });
      const row = ({ page }: Desk) => page.getByRole('listitem').filter({ hasText: number });
      for (const desk of [liaison, handler]) {
        await tab(desk, '该我办').and(desk.page.locator('[aria-pressed=true]')).waitFor();
        await tab(desk, '等别人').click();
        await row(desk)
          .getByText(/^等 .*核查/)
          .waitFor();
        expect(await row(desk).getByText(/^自 /).count()).toBe(1);
        expect(await row(desk).getByText(/剩余/).count()).toBe(1);
        await expectClean(desk);
        await tab(desk, '已办完').click();
        await tab(desk, '已办完').and(desk.page.locator('[aria-pressed=true]')).waitFor();
        expect(await row(desk).count()).toBe(0);
      }
      await tale.verify(id, 'pass', 'member-01');
      await tale.verify(id, 'pass', 'worker-01');
      await tale.revisit(id);
      for (const desk of [liaison, handler]) {
        // The tab is in the address: what is sent on, or opened again, shows the same.
        await desk.page.reload();
        await tab(desk, '已办完').and(desk.page.locator('[aria-pressed=true]')).waitFor();
        await row(desk).getByText('办好了').waitFor({ timeout: MINUTE_MS });
        await row(desk).getByText(/办完$/).waitFor();
        expect(new URL(desk.page.url()).search).toBe('?tab=done');
        await expectClean(desk);
        await tab(desk, '等别人').click();
        await tab(desk, '等别人').and(desk.page.locator('[aria-pressed=true]')).waitFor();
        await row(desk).waitFor({ state: 'detached' });
      }
      await tab(liaison, '已办完').click();
      await row(liaison).getByRole('link', { name: number }).click();
      await liaison.page.getByRole('heading', { name: number }).waitFor();
    },
    2 * MINUTE_MS,
  );

  it(
    'a liaison officer accepts from the queue with the keyboard alone',
    async () => {
      const { id, number } = await stage.tale.blow({ place: '丙' });
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/triage');
      const row = liaison.page.getByRole('list', { name: /待受理/ }).getByRole('button', { name: number });
      await row.waitFor();
      await expectClean(liaison);
      await row.focus();
      await liaison.page.keyboard.press('Enter');
      await choose(liaison.page, '定级', 'G3 一般');
      await liaison.page.getByRole('dialog').getByRole('button', { name: '受理' }).focus();
      await liaison.page.keyboard.press('Enter');
      await stage.tale.inState(id, 'ASSIGNING');
      // The list may be asked for once before the event has reached it; it asks again after 15 s.
      await row.waitFor({ state: 'detached', timeout: MINUTE_MS });
      await expectClean(liaison);
    },
    2 * MINUTE_MS,
  );

  it(
    'an emergency goes to the top of the queue at once, others wait until they are let in, and the open row stays',
    async () => {
      const { tale } = stage;
      await tale.blow({ place: '壬' });
      const read = await tale.blow({ place: '癸' });
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      const { page } = liaison;
      await page.addInitScript(COUNTS_TONES);
      await liaison.open('/triage');
      const sound = page.getByRole('button', { name: '应急提示音' });
      expect(await sound.getAttribute('aria-pressed')).toBe('false');
      await sound.click();
      const queue = page.getByRole('list', { name: /待受理/ });
      const rows = queue.getByRole('button');
      const open = page.locator('article').getByRole('heading', { name: read.number });
      const row = (number: string) => rows.filter({ hasText: number });
      await row(read.number).click();
      await open.waitFor();
      const before = await rows.allTextContents();
      const later = [await tale.blow({ place: '子' }), await tale.blow({ place: '丑' })];
      const letIn = page.getByRole('button', { name: '有 2 条新哨件，点此放入列表' });
      await letIn.waitFor();
      expect(await rows.count()).toBe(before.length);
      await expectClean(liaison);
      const burst = await tale.blow({ kind: 'emergency', place: '寅' });
      await row(burst.number).waitFor();
      expect(await rows.first().textContent()).toContain(burst.number);
      expect(await rows.count()).toBe(before.length + 1);
      for (const { number } of later) expect(await row(number).count()).toBe(0);
      expect(await row(read.number).getAttribute('aria-current')).toBe('true');
      await open.waitFor();
      await letIn.click();
      for (const { number } of later) await row(number).waitFor();
      await letIn.waitFor({ state: 'detached' });
      expect(await rows.first().textContent()).toContain(burst.number);
      expect(await row(read.number).getAttribute('aria-current')).toBe('true');
      // Said in words until it was seen, and heard: two tones.
      const news = page.locator('[aria-live=assertive]').filter({ hasText: '应急 1 件，刚到' });
      await news.getByRole('link', { name: burst.number }).waitFor();
      expect(await page.evaluate<number>('window.tones')).toBe(2);
      await expectClean(liaison);
      await news.getByRole('button', { name: '知道了' }).click();
      await news.waitFor({ state: 'detached' });
      // Remembered; a browser that has seen a hand on the page a moment ago lets it be heard at once.
      await page.reload();
      await page.getByRole('button', { name: '应急提示音', pressed: true }).waitFor();
      await expectClean(liaison);
      // The same choice stands among the settings.
      await liaison.open('/me');
      const setting = page.getByRole('checkbox', { name: '应急哨件响提示音' });
      expect(await setting.isChecked()).toBe(true);
      await setting.uncheck();
      await liaison.open('/triage');
      await page.getByRole('button', { name: '应急提示音', pressed: false }).waitFor();
    },
    2 * MINUTE_MS,
  );

  it(
    'on a phone the queue is a page and each matter another, with the way back on top',
    async () => {
      const { number } = await stage.tale.blow({ place: '卯' });
      const liaison = await stage.desk('phone', 'zx-liaison1');
      const { page } = liaison;
      await liaison.open('/triage');
      const row = page.getByRole('list', { name: /待受理/ }).getByRole('button', { name: number });
      await row.waitFor();
      expect(await page.locator('article').count()).toBe(0);
      await expectClean(liaison);
      await row.click();
      await page.getByRole('heading', { name: number }).waitFor();
      expect(await row.count()).toBe(0);
      await expectClean(liaison);
      await act(page, '请补正');
      await page.getByLabel('缺什么').fill('请补充具体楼栋。');
      await submit(page, '请补正');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // It stays in sight though it has left the queue.
      await page.getByRole('heading', { name: number }).waitFor();
      await page.getByRole('link', { name: '回到列表' }).click();
      await page.getByRole('heading', { name: '受理台' }).waitFor();
      await liaison.open(`/dispatch?open=${number}`);
      await page.getByRole('heading', { name: number }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: '受理台' }).waitFor();
    },
    2 * MINUTE_MS,
  );

  it(
    'a department acknowledges what came in, and feeds back; what is closed says why',
    async () => {
      const whistles = [await stage.tale.blow({ place: '甲' }), await stage.tale.blow({ place: '乙' })];
      for (const { id } of whistles) {
        await toDispatched(stage.tale, id);
      }
      const handler = await stage.desk('laptop', 'zx-handler-cgj');
      await handler.open('/tasks');
      await handler.page.getByRole('button', { name: '批量签收 2 件' }).click();
      await handler.page.getByText('待签收').first().waitFor({ state: 'detached' });
      await expectClean(handler);
      const { number, id } = whistles[0]!;
      await handler.page.getByRole('link', { name: number }).click();
      await handler.page.getByText(/现在不能办的/).click();
      await handler.page.getByText(/签收 · 现在不能/).waitFor();
      await act(handler.page, '提交反馈');
      await handler.page.getByLabel('怎么办好的').fill('已划线并清理占道车辆。');
      await handler.page.getByLabel(/证据/).fill('整改后照片 3 张');
      const photo = { name: '整改后.png', mimeType: 'image/png', buffer: PICTURE };
      await handler.page.getByLabel('＋选文件（办理后）').setInputFiles(photo);
      await handler.page.getByRole('button', { name: /去掉/ }).waitFor();
      await choose(handler.page, '联系过反映人', '是');
      await expectClean(handler);
      await submit(handler.page, '提交反馈');
      await stage.tale.inState(id, 'VERIFYING');
      await handler.page.getByText('已划线并清理占道车辆。').waitFor();
      await handler.page.getByRole('button', { name: 'English' }).click();
      await handler.page.getByRole('heading', { name: 'Feedback' }).waitFor();
      await expectClean(handler);
    },
    3 * MINUTE_MS,
  );

  it(
    'a department’s week: a refused return changes no date, more time does, and an idle unit beside it stops the clock',
    async () => {
      const { tale } = stage;
      const { id, number } = await tale.blow({ place: '丁' });
      await toDispatched(tale, id, 'CGJ', 'XFD');
      const { id: taskId } = await tale.taskOf(id, 'cgj');
      const seen = async () => tale.ok('task', await tale.as('handler-cgj').get(`/api/department-tasks/${taskId}`));
      const handler = await stage.desk('laptop', 'zx-handler-cgj');
      const { page } = handler;
      const promised = page.locator('.waiting').getByText(/前反馈$/);
      const state = (word: string) => page.locator('.whistle > header').getByText(word, { exact: true }).waitFor();
      await handler.open(`/tasks/${taskId}`);
      await act(page, '签收');
      await submit(page, '签收');
      await state('已签收');
      const first = await promised.textContent();

      await act(page, '申请退单');
      await choose(page, '为什么退', '不是本单位职责');
      await choose(page, '应由哪个单位办', '住建局');
      await page.getByLabel('依据').fill('《物业管理条例》第四十五条');
      await submit(page, '申请退单');
      await state('申请退单');
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      const asked = liaison.page.getByRole('listitem').filter({ hasText: number });
      const answer = async (verdict: '同意' | '不同意', reason?: string): Promise<void> => {
        await asked.getByRole('button', { name: new RegExp(`^${verdict}`) }).click();
        if (reason !== undefined) await liaison.page.getByRole('dialog').getByLabel('理由').fill(reason);
        await submit(liaison.page, verdict);
        await asked.waitFor({ state: 'detached' });
      };
      await liaison.open('/approvals?of=task');
      await answer('不同意', '职责清单已明确由该单位承办。');
      // Refused, it is the same unit's to take up again, by the date that was promised.
      await state('待签收');
      expect(await promised.textContent()).toBe(first);
      await act(page, '签收');
      await submit(page, '签收');
      await state('已签收');
      await page.getByText(/现在不能办的/).click();
      await page.getByText(/^申请退单 · 现在不能：.{4,}/).waitFor();
      await expectClean(handler);

      const newDay = new Date(Date.parse((await seen()).feedbackDueAt) + 32 * HOUR_MS).toISOString().slice(0, 10);
      await act(page, '申请延期');
      await page.getByLabel('延到哪天').fill(newDay);
      await page.getByLabel('理由').fill('停车架到货晚。');
      await submit(page, '申请延期');
      await liaison.page.getByText('停车架到货晚。').waitFor();
      expect(await promised.textContent()).toBe(first);
      await answer('同意');
      const later = `${Number(newDay.slice(5, 7))}月${Number(newDay.slice(8))}日 18:00 前反馈`;
      await promised.filter({ hasText: later }).waitFor();

      const deputy = await stage.desk('phone', 'zx-deputyhead-cgj');
      await deputy.open(`/tasks/${taskId}`);
      await act(deputy.page, '指出协办单位没动');
      await choose(deputy.page, '哪个协办单位', '消防救援大队');
      await deputy.page.getByLabel('理由').fill('三天没有动作。');
      await expectClean(deputy);
      await submit(deputy.page, '指出协办单位没动');
      await liaison.page.getByText('三天没有动作。').waitFor();
      await expectClean(liaison);
      await answer('同意', '等消防先查。');
      for (const one of [handler, deputy]) await one.page.getByText('已停表', { exact: true }).waitFor();
      await page.getByText('提交反馈 · 现在不能：还在等协办单位反馈：消防救援大队。').waitFor();
      await expectClean(handler);
      const { feedbackDueAt } = await seen();
      await tale.acknowledge(id, 'xfd');
      await tale.feedBack(id, 'xfd');
      await page.getByText('已停表', { exact: true }).waitFor({ state: 'detached' });
      expect(Date.parse((await seen()).feedbackDueAt)).toBeGreaterThan(Date.parse(feedbackDueAt));
      await act(page, '提交反馈');
      await page.getByRole('dialog').getByLabel('怎么办好的').waitFor();
      await expectClean(handler);
    },
    3 * MINUTE_MS,
  );

  it(
    'a promise of months slips twice, the group leader carries it over with new dates, and the resident reads the next one',
    async () => {
      const { tale } = stage;
      const { id, number, trackingCode } = await tale.blow({ place: '戊', categoryCode: 'C3' });
      const terms = { grade: 'G4', track: 'longTerm' };
      tale.ok('accept', await tale.as('liaison1').post(`/api/whistles/${id}/acceptance`, terms));
      await tale.checkIn(id);
      await tale.dispatch(id, 'CGJ');
      await tale.taskOf(id, 'cgj');
      const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
      const inDays = (days: number) => inSeconds(days * 86_400);
      const application = {
        ...{ reason: '须跨年施工。', blockers: [{ type: 'funds', note: '区级资金' }] },
        taskBrief: { goal: '管网改造', measures: '勘察、施工、验收' },
        milestones: [
          { title: '完成勘察', dueAt: inSeconds(12) },
          { title: '完成施工', dueAt: inDays(55) },
          { title: '验收', dueAt: inDays(110) },
        ],
      };
      tale.ok('apply', await tale.as('head-cgj').post(`/api/whistles/${id}/ledger-application`, application));
      const entry = await eventually('the entry', async () => {
        const { items } = tale.ok('ledger', await tale.as('liaison1').get(`/api/ledger?whistleId=${id}`));
        return items[0] as { id: string } | undefined;
      });
      const opinion = { opinion: '资金确需跨年。', supports: true };
      tale.ok('opinion', await tale.as('member-01').post(`/api/ledger/${entry.id}/opinion`, opinion));
      const group = await stage.desk('laptop', 'zx-groupleader');
      const asked = group.page.getByRole('listitem').filter({ hasText: number });
      await group.open('/approvals?of=ledger');
      await asked.getByText(/共 1\d\d 天/).waitFor();
      await asked.getByRole('button', { name: /^同意/ }).click();
      await group.page.getByRole('dialog').getByLabel('理由').fill('时间表可行。');
      await submit(group.page, '同意');
      await asked.waitFor({ state: 'detached' });

      const head = await stage.desk('phone', 'zx-head-cgj');
      await head.open(`/ledger/${entry.id}`);
      const survey = head.page.getByRole('row').filter({ hasText: '完成勘察' });
      await survey.getByText(/滑期 [2-9] 次/).waitFor({ timeout: MINUTE_MS });
      await survey.getByText('滑期', { exact: true }).waitFor();
      await expectClean(head);
      await act(head.page, '申请续办');
      await head.page.getByLabel('理由').fill('工程款列入明年预算。');
      await submit(head.page, '申请续办');

      const nextDay = inDays(50).slice(0, 10);
      await asked.getByText('跨年续办').waitFor();
      await asked.getByText('工程款列入明年预算。').waitFor();
      await expectClean(group);
      await asked.getByRole('button', { name: /^同意/ }).click();
      const sheet = group.page.getByRole('dialog');
      await sheet.getByLabel('节点名称').fill('明年开工');
      await sheet.getByLabel('到期日').fill(nextDay);
      await sheet.getByLabel('给居民的答复').fill('明年开工，每季度通报进展。');
      await expectClean(group);
      await submit(group.page, '同意');
      await asked.waitFor({ state: 'detached' });
      await survey.getByText('已换新节点').waitFor({ timeout: MINUTE_MS });
      await head.page
        .getByRole('row')
        .filter({ hasText: '明年开工' })
        .getByText(/剩余 (49|50)天/)
        .waitFor();
      await head.page.getByText('挂账办理').waitFor();

      const resident = await stage.desk('phone');
      await resident.open(`/t/${trackingCode}`);
      await resident.page.getByText('一时办不完，列入长期解决。').waitFor();
      const [, month, day] = nextDay.split('-').map(Number);
      await resident.page
        .getByText(new RegExp(`${month}月${day}日 18:00`))
        .first()
        .waitFor();
      await expectClean(resident);
      await head.open('/inbox');
      for (const card of ['黄牌', '红牌']) {
        await head.page.getByRole('listitem').filter({ hasText: number }).filter({ hasText: card }).first().waitFor();
      }
      await head.open('/ledger');
      const row = head.page.getByRole('row').filter({ hasText: number });
      await row.getByText(/剩余 (49|50)天/).waitFor();
      expect(Number(await row.getByRole('cell').last().textContent())).toBeGreaterThan(1);
      await head.page.getByRole('button', { name: 'English' }).click();
      await head.page.getByRole('heading', { name: 'Long-term register' }).waitFor();
      await expectClean(head);
    },
    3 * MINUTE_MS,
  );
});
