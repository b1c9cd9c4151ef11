import { describe, expect, it } from '@jest/globals';
import { choose } from './desk.js';
import { GREEN_POINT, PROGRAM, RED_POINT } from './pictures.js';
import { act, expectClean, submit, useStage } from './stage.js';

const MINUTE_MS = 60_000;
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
        await stage.tale.accept(id);
        await stage.tale.checkIn(id);
        await stage.tale.dispatch(id, 'CGJ');
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
      await worker.page.getByRole('button', { name: /放大：办理前，甲/ }).click();
      await worker.page.getByText('第 1 张，共 2 张').waitFor();
      await expectClean(worker);
      await worker.page.keyboard.press('ArrowRight');
      await worker.page.getByText('第 2 张，共 2 张').waitFor();
      await worker.page.keyboard.press('Escape');
      await worker.page.getByRole('dialog').waitFor({ state: 'detached' });
      await worker.page.getByRole('button', { name: '前后对比' }).click();
      expect(await worker.page.getByRole('dialog').getByRole('img').count()).toBe(2);
      await worker.page.keyboard.press('Escape');
      await worker.page.getByRole('button', { name: 'English' }).click();
      await worker.page.getByRole('heading', { name: 'Evidence (2)' }).waitFor();
      await expectClean(worker);
    },
    3 * MINUTE_MS,
  );
});
