import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { story, toDispatched } from '../platform/story.js';
import { choose } from './desk.js';
import { GREEN_POINT, PROGRAM, RED_POINT } from './pictures.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
/** Long enough to be looked at, short enough to be late on purpose. */
const DAY_IN_TWO_SECONDS = 43_200;
const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

describe('what was seen, in the portal', () => {
  const stage = useStage();

  it(
    'goes up with a whistle from a phone though the line breaks and the page is closed, and is shown by when it was seen',
    async () => {
      const worker = await stage.desk('phone', 'zx-worker-01');
      const { page } = worker;
      await worker.open('/whistles/new');
      await choose(page, '分类', 'C1 非机动车停放充电');
      await page.getByLabel('具体位置').fill('东门');
      await page.getByLabel(/发生了什么事/).fill('电动车占满消防通道。');
      const program = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: PROGRAM };
      await page.getByLabel('＋选文件（办理前）').setInputFiles([png('一.png', GREEN_POINT), program]);
      await page.getByText('“现场.jpg”不是照片或 PDF、DOCX、XLSX，没有上传。').waitFor();
      await page.getByRole('img', { name: '一.png' }).waitFor();
      let isCut = true;
      await page.route('**/files', (route) => {
        if (!isCut || route.request().method() !== 'POST') return route.fallback();
        isCut = false;
        return route.abort();
      });
      await page.getByRole('button', { name: '吹哨' }).click();
      await page.getByRole('button', { name: '这一张没传完，请重传' }).waitFor();
      expect(await worker.violations()).toEqual([]);
      // The browser itself tells of the cut line; nothing else may be wrong.
      expect(worker.complaints.splice(0).filter((text) => !text.includes('ERR_FAILED'))).toEqual([]);
      await page.getByRole('link', { name: '看这件事' }).click();
      await page.getByText('没有照片和文件').waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: '证据（1）' }).waitFor();
      await expectClean(worker);
    },
    2 * MINUTE_MS,
  );

  it(
    'is what a department feeds back with: without a photo of afterwards nothing is sent',
    async () => {
      const whistles = [await stage.tale.blow({ place: '甲' }), await stage.tale.blow({ place: '乙' })];
      for (const { id } of whistles) {
        await toDispatched(stage.tale, id);
        await stage.tale.taskOf(id, 'cgj');
      }
      const handler = await stage.desk('phone', 'zx-handler-cgj');
      const { page } = handler;
      await handler.open('/tasks');
      await page.getByRole('button', { name: /批量签收 2 件/ }).click();
      await page.getByText('待签收').first().waitFor({ state: 'detached' });
      const { number, id } = whistles[0]!;
      await page.getByRole('link', { name: number }).click();
      await page.getByText(/现在不能办的/).click();
      await page.getByText(/签收 · 现在不能：这一步已经办过了/).waitFor();
      await act(page, '提交反馈');
      await page.getByLabel('怎么办好的').fill('已划线并清理占道车辆。');
      await page.getByLabel(/证据/).fill('东门停放区');
      await page.getByText(/每个不超过 10 MB，一件最多 20 个/).waitFor();
      await submit(page, '提交反馈');
      await page.locator('.ant-form-item-explain-error').getByText('办理后 还缺 1 张').waitFor();
      await page.getByLabel('＋选文件（办理前）').setInputFiles(png('前.png', GREEN_POINT));
      await page.getByLabel('＋选文件（办理后）').setInputFiles(png('后.png', RED_POINT));
      await page.getByRole('button', { name: /去掉/ }).nth(1).waitFor();
      await expectClean(handler);
      await submit(page, '提交反馈');
      await stage.tale.inState(id, 'VERIFYING');
      await page.getByRole('heading', { name: '证据（2）' }).waitFor();
      await expectClean(handler);
      const worker = await stage.desk('laptop', 'zx-worker-01');
      await worker.open(`/whistles/${number}`);
      await worker.page.getByText(/城管局 反馈 · 已取消/).waitFor();
      await worker.page.getByRole('button', { name: /放大：办理前，甲/ }).click();
      await worker.page.getByText('第 1 张，共 2 张').waitFor();
      await expectClean(worker);
      const shot = worker.page.getByRole('dialog');
      await shot.getByLabel('换上遮挡后的照片').setInputFiles(png('遮.png', RED_POINT));
      await shot.getByRole('button', { name: '看原图（会留记录）' }).click();
      await shot.getByLabel('为什么要看').fill('核对车牌');
      await expectClean(worker);
      await shot.getByRole('button', { name: '看原图（会留记录）' }).click();
      await shot.getByText('原图（这次查看已留记录）').waitFor();
      await expectClean(worker);
      await shot.getByRole('button', { name: '回到遮挡后的照片' }).click();
      await worker.page.keyboard.press('ArrowRight');
      await worker.page.getByText('第 2 张，共 2 张').waitFor();
      await worker.page.keyboard.press('Escape');
      await worker.page.getByRole('dialog').waitFor({ state: 'detached' });
      await worker.page.getByRole('button', { name: '前后对比' }).click();
      expect(await worker.page.getByRole('dialog').getByRole('img', { name: /^办理/ }).count()).toBe(2);
      await worker.page.keyboard.press('Escape');
      await worker.page.getByRole('button', { name: 'English' }).click();
      await worker.page.getByRole('heading', { name: 'Evidence (2)' }).waitFor();
      await expectClean(worker);
    },
    3 * MINUTE_MS,
  );

  it(
    'and the reasons for a dispatch lead a liaison officer from the queue to the units',
    async () => {
      const { id, number } = await stage.tale.blow();
      await stage.tale.accept(id);
      await stage.tale.checkIn(id);
      const advice = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'], note: '飞线充电须消防参加。' };
      stage.tale.ok('advice', await stage.tale.as('member-01').post(`/api/whistles/${id}/dispatch-advice`, advice));
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      const { page } = liaison;
      await liaison.open('/dispatch');
      await page
        .getByRole('list', { name: /待派单/ })
        .getByRole('button', { name: number })
        .click();
      await page.getByRole('heading', { name: '派单目录 C1 非机动车停放充电' }).waitFor();
      await page.getByText('飞线充电须消防参加。').first().waitFor();
      await page
        .getByText(/主办 城管局 · 在办 \d+ 件/)
        .first()
        .waitFor();
      await expectClean(liaison);
      await page.getByRole('button', { name: '照这个派单' }).nth(1).click();
      await page.getByRole('dialog').getByText('消防救援大队').waitFor();
      await submit(page, '派单');
      await stage.tale.inState(id, 'COORDINATING');
      const { departmentIds } = await stage.tale.whistle(id);
      expect(new Set(departmentIds)).toEqual(new Set(['ZX-CGJ', 'ZX-XFD']));
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Dispatch', exact: true }).waitFor();
      expect(liaison.complaints).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    'a card stands on the page of a silent unit with its word, and where a matter is stuck says with whom and what comes next',
    async () => {
      await stage.platform.hurry(DAY_IN_TWO_SECONDS);
      const tale = story(stage.platform, 'ys');
      const { id, number } = await tale.blow({ place: '丁' });
      await tale.inState(id, 'CHECKED_IN', MINUTE_MS);
      await tale.dispatch(id, 'CGJ');
      const task = await tale.taskOf(id, 'cgj');
      const handler = await stage.desk('laptop', 'ys-handler-cgj');
      await handler.open(`/tasks/${task.id}`);
      await handler.page
        .getByText('红牌 1', { exact: true })
        .or(handler.page.getByText('红牌 2'))
        .first()
        .waitFor({ timeout: MINUTE_MS });
      await handler.page.getByRole('heading', { name: '督促' }).waitFor();
      await handler.page.locator('.ladder [data-mark=fired]').getByText('提醒').first().waitFor();
      await handler.page.getByText('告诉经办人、分管负责人').first().waitFor();
      await expectClean(handler);
      const liaison = await stage.desk('laptop', 'ys-liaison1');
      const { page } = liaison;
      await liaison.open('/whistles?view=stuck');
      await page
        .getByRole('row')
        .filter({ hasText: number })
        .getByText(/城管局/)
        .waitFor();
      await page.getByRole('button', { name: '存为常用' }).click();
      await page.getByRole('textbox', { name: '名称' }).fill('每天看');
      await page.keyboard.press('Enter');
      await expectClean(liaison);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 CSV' }).click(),
      ]);
      expect(readFileSync(await file.path(), 'utf8')).toContain(number);
      await liaison.open('/whistles');
      await page.getByRole('link', { name: '每天看' }).click();
      await page.getByRole('heading', { name: /卡在哪里/ }).waitFor();
    },
    3 * MINUTE_MS,
  );
});
