import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CHECKOUT } from '../../local/bootstrap/paths.mjs';
import { eventually } from '../platform/client.js';
import { useStage } from './stage.js';

const MINUTE_MS = 60_000;
/** Two pictures of one point, of different colours. */
const [GREEN, RED] = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
].map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer];
const PROGRAM = Buffer.from('MZ\u0000\u0000 this is a program, whatever it is called');
/** Words of the house that no resident should have to learn. */
const HOUSE_TERMS = /哨|派单|签收|挂账|台账|G[1-4]/;

describe('a resident on a phone', () => {
  const stage = useStage();
  const newCode = async (): Promise<string> => {
    const point = { kind: 'noticeBoard', place: '东门公告栏', communityId: 'ZX01' };
    return stage.tale.ok('point', await stage.tale.as('admin').post('/api/qr-points', point)).code;
  };

  it(
    '[S98] scans a code, tells with photos in one sentence though the line breaks, and follows it by the code',
    async () => {
      const { page, context, open, violations, complaints } = await stage.desk('phone');
      await open(`/q/${encodeURIComponent(await newCode())}`);
      const text = page.getByLabel('发生了什么事（必填）');
      await text.fill('三号楼门口停满电动车，担架都进不去。');
      await page.getByLabel('＋拍照或选照片').setInputFiles([
        { name: '一.png', mimeType: 'image/png', buffer: GREEN },
        { name: '现场.jpg', mimeType: 'image/jpeg', buffer: PROGRAM },
        { name: '二.png', mimeType: 'image/png', buffer: RED },
      ]);
      await page.getByText('“现场.jpg”不是照片，没有上传。请选照片。').waitFor();
      expect(await page.getByRole('img').count()).toBe(2);
      expect(await violations()).toEqual([]);
      expect(complaints).toEqual([]);
      await context.setOffline(true);
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByText('网络断了。').waitFor();
      expect(await text.inputValue()).toBe('三号楼门口停满电动车，担架都进不去。');
      await context.setOffline(false);
      await page.getByRole('button', { name: '提交' }).dblclick();
      await page.getByText('传好了').nth(1).waitFor();
      expect(await violations()).toEqual([]);
      const { items } = stage.tale.ok(
        'submissions',
        await stage.tale.as('worker-01').get('/api/submissions?limit=100'),
      );
      const sent = items.filter((one: { text: string }) => one.text.startsWith('三号楼门口'));
      expect(sent).toHaveLength(1);
      const photos = stage.tale.ok(
        'photos',
        await stage.tale.as('worker-01').get(`/api/submissions/${sent[0].id}/photos`),
      );
      expect(photos.items).toHaveLength(2);
      await page.getByRole('link', { name: '看办理进度' }).click();
      await page.getByText('收到了，工作人员正在看。').waitFor();
      // The code alone shows no words of the sender.
      expect(await page.getByText('担架').count()).toBe(0);
      expect(await violations()).toEqual([]);
      expect((await page.locator('body').textContent()) ?? '').not.toMatch(HOUSE_TERMS);
      const liaison = await stage.desk('laptop', 'zx-liaison1');
      await liaison.open('/submissions');
      await liaison.page.getByRole('link', { name: /三号楼门口/ }).click();
      await liaison.page.getByRole('region', { name: '您现在可以' }).getByRole('button', { name: '书面答复' }).click();
      await liaison.page.getByLabel(/给居民看的答复/).fill('已请物业加装充电桩。');
      expect(await liaison.violations()).toEqual([]);
      await liaison.page.getByRole('dialog').getByRole('button', { name: '书面答复' }).click();
      await liaison.page.getByText('已答复').first().waitFor();
      expect(liaison.complaints).toEqual([]);
      await eventually('the answer can be read', async () => {
        await page.reload();
        return (await page.getByText('已请物业加装充电桩。').count()) > 0;
      });
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'How it stands' }).waitFor();
      expect(await violations()).toEqual([]);
    },
    3 * MINUTE_MS,
  );

  it('is told that a code is retired, that a phone number is wrong, and that nothing was written', async () => {
    const { page, open, violations } = await stage.desk('phone');
    await open('/q/no-code-of-ours');
    await page.getByText('这个二维码已停用。').waitFor();
    await open(`/q/${encodeURIComponent(await newCode())}`);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请写一句发生了什么事。').waitFor();
    await page.getByLabel('发生了什么事（必填）').fill('路灯不亮');
    await page.getByLabel(/手机号/).fill('138');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('手机号是 11 位数字，请核对。').waitFor();
    expect(await violations()).toEqual([]);
  });

  it('asks for a code of the receipt and says when there is none', async () => {
    const { page, open, violations } = await stage.desk('phone');
    await open('/t');
    expect(await violations()).toEqual([]);
    await page.getByLabel('查询码').fill('AAAA-BBBB-CCCC');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('没有查到。请核对查询码。').waitFor();
  });

  interface Chunk {
    file: string;
    isEntry?: boolean;
    imports?: string[];
  }
  it.each([
    ['resident', 120],
    ['staff', 450],
  ])('loads the %s entry with at most %i KB of compressed script', (entry, limit) => {
    const dist = join(CHECKOUT, 'services', 'web', 'dist');
    const chunks = JSON.parse(readFileSync(join(dist, `${entry}.manifest.json`), 'utf8')) as Record<string, Chunk>;
    const needed = new Set<string>();
    const need = (name: string): void => {
      if (needed.has(name)) return;
      needed.add(name);
      chunks[name]!.imports?.forEach(need);
    };
    Object.keys(chunks)
      .filter((name) => chunks[name]!.isEntry)
      .forEach(need);
    const sizes = [...needed].map((name) => gzipSync(readFileSync(join(dist, chunks[name]!.file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1_024).toBeLessThanOrEqual(limit);
  });
});
