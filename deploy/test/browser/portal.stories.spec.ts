import { describe, expect, it } from '@jest/globals';
import { furnish, OWNED, portalRoutes, WALKERS, type Walker } from './doors.js';
import type { Desk } from './desk.js';
import { scrollsSideways } from './sideways.js';
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

  /** Skeletons are gone, and something stands there. */
  const settled = async ({ page }: Desk): Promise<void> => {
    await page.locator('main').locator('h1, .ant-empty, .ant-alert').first().waitFor();
    await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  };

  /** As a link leads there: the portal is loaded once for each person, and what stood there before is gone. */
  const goTo = async (desk: Desk, address: string): Promise<void> => {
    if (new URL(desk.page.url()).pathname === address) return settled(desk);
    await desk.page.evaluate(`for (const one of document.querySelectorAll('main > *')) one.dataset.before = '';
      history.pushState(null, '', ${JSON.stringify(address)})`);
    await desk.page.locator('main > [data-before]').first().waitFor({ state: 'detached' });
    await settled(desk);
  };

  it(
    'every page of every role opens for whoever finds it in the menu, in words, with nothing for axe or the console, on any screen',
    async () => {
      const { tale, platform } = stage;
      const addresses = await furnish(tale, (data) =>
        fetch(`${platform.origin}/api/submissions`, {
          ...{ method: 'POST', body: JSON.stringify(data), signal: AbortSignal.timeout(MINUTE_MS) },
          headers: { 'content-type': 'application/json' },
        }),
      );
      const routes = portalRoutes();
      const walked = new Set<string>();
      const wrong: string[] = [];
      const walk = async ({ who, size, language, also }: Walker): Promise<void> => {
        const desk = await stage.desk(size, `zx-${who}`);
        const { page, complaints } = desk;
        if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
        const menu = await page
          .getByRole('navigation')
          .first()
          .locator('a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        expect(menu.length).toBeGreaterThan(0);
        for (const route of new Set([...menu, ...also])) {
          const isFirst = !walked.has(route);
          walked.add(route);
          await goTo(desk, addresses.get(route) ?? route);
          const refusals = await page.locator('main [role=alert]').allTextContents();
          // Axe is four fifths of the time: it looks at a page once, as whoever comes first sees it.
          const seen = isFirst ? [...(await desk.violations()), ...(await scrollsSideways(page))] : [];
          const all = [...refusals, ...seen, ...complaints.splice(0)];
          wrong.push(...all.map((what) => `${who}, ${size}, ${language}, ${route}: ${what}`));
        }
        await desk.close();
      };
      // Two at a time: while one page loads, another is looked at.
      const waiting = [...WALKERS];
      const lane = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await walk(next);
      };
      await Promise.all([lane(), lane()]);
      const { page: resident, open } = await stage.desk('phone');
      for (const route of ['/p/report', '/t', '/p/topics?community=ZX01', '/p/communities/ZX01']) {
        await open(route);
        await resident.getByRole('heading', { level: 1 }).first().waitFor();
        wrong.push(...(await scrollsSideways(resident)).map((what) => `resident, ${route}: ${what}`));
      }
      expect(wrong).toEqual([]);
      // A page that is new is in a menu, or somebody of the table goes there.
      expect(routes.length).toBeGreaterThan(50);
      expect(routes.filter((route) => !walked.has(route))).toEqual([]);

      const stranger = await stage.desk('laptop', 'ys-liaison1');
      for (const route of OWNED) {
        await stranger.open(addresses.get(route)!);
        await stranger.page.getByText('没有这件事，或您无权查看。').first().waitFor();
      }
      // The browser tells of each refusal itself; nothing else may be wrong.
      expect(stranger.complaints.filter((text) => !/status of 40[34]/.test(text))).toEqual([]);
    },
    10 * MINUTE_MS,
  );
});
