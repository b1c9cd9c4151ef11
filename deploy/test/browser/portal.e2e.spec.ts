import { describe, expect, it } from '@jest/globals';
import { useStage } from './stage.js';

const MINUTE_MS = 60_000;

describe('the staff portal', () => {
  const stage = useStage();

  it('refuses a wrong password in words, and lets the right one in', async () => {
    const { page, signIn, open } = await stage.desk('phone');
    await open('/work');
    await page.getByLabel('用户名').fill('zx-liaison1');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').waitFor();
    await signIn('zx-liaison1');
    expect(await page.getByText('联络员').count()).toBeGreaterThan(0);
  });

  it(
    'shows the liaison officer a whistle that is blown meanwhile, without reload, on a phone and on a laptop',
    async () => {
      const both = await Promise.all([stage.desk('phone'), stage.desk('laptop')]);
      for (const { signIn } of both) await signIn('zx-liaison1');
      const { number } = await stage.tale.blow();
      for (const { page, violations, complaints } of both) {
        const row = page.getByRole('listitem').filter({ hasText: number });
        await row.getByText('受理').waitFor();
        expect(await row.getByText(/剩余/).count()).toBe(1);
        expect(await violations()).toEqual([]);
        expect(complaints).toEqual([]);
      }
    },
    2 * MINUTE_MS,
  );

  it('speaks English to whom wants it', async () => {
    const { page, signIn, violations } = await stage.desk('laptop');
    await signIn('zx-liaison1');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    expect(await violations()).toEqual([]);
  });
});
