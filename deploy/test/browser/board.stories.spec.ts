import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../platform/client.js';
import { story } from '../platform/story.js';
import { choose } from './desk.js';
import { expectClean, useStage } from './stage.js';

const MINUTE_MS = 60_000;
/** Late within seconds, so that there are cards to count. */
const DAY_IN_TWO_SECONDS = 43_200;
/** An A4 sheet: its size in points, and what its margins of 16 mm leave, at 96 pixels an inch. */
const A4 = { points: /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/g, innerPx: 673 };

/** A headless browser has no dialog to print with. */
const INSTEAD_OF_PRINTING = `window.print = () => { document.documentElement.dataset.printed = 'yes'; }`;
/** What is wider than its box, where that hides or scrolls: paper does not scroll. */
const WHAT_IS_CUT_OFF = `[...document.querySelectorAll('main, main *:not(.visually-hidden)')]
  .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => one.tagName === 'MAIN' || getComputedStyle(one).overflowX !== 'visible')
  .map((one) => one.outerHTML.slice(0, 120))`;

const numberIn = (text: string | null): number => Number(/\d+/.exec(text ?? '')?.[0]);
const sumOf = async (chips: Locator): Promise<number> =>
  (await chips.allTextContents()).reduce((sum, text) => sum + numberIn(text), 0);

describe('the board, the list and a new whistle', () => {
  const stage = useStage();
  const headline = (page: Page, words: string) => page.locator('dl.headline').getByLabel(words);
  const valueOf = async (page: Page, words: string) => Number(await headline(page, words).textContent());

  it(
    'moves by itself when a whistle is blown, and each figure opens as many cases as it says',
    async () => {
      const leader = await stage.desk('laptop', 'zx-groupleader');
      await leader.open('/board');
      await headline(leader.page, '在办').waitFor();
      const before = await valueOf(leader.page, '在办');
      await stage.tale.blow();
      await stage.tale.blow({ categoryCode: 'C1', place: '西门', facts: '路灯不亮' });
      await eventually('the board counts both', async () => (await valueOf(leader.page, '在办')) === before + 2);
      expect(await leader.violations()).toEqual([]);
      await headline(leader.page, '在办').click();
      await leader.page.getByRole('heading', { name: `哨件一览（${before + 2}）` }).waitFor();
      expect(await leader.page.getByRole('row').count()).toBe(before + 3);
      expect(await leader.violations()).toEqual([]);
      // The address alone brings back what was looked at.
      await leader.page.reload();
      await leader.page.getByRole('heading', { name: `哨件一览（${before + 2}）` }).waitFor();
      await leader.page.getByRole('button', { name: 'English' }).click();
      await leader.page.getByRole('heading', { name: `Whistles (${before + 2})` }).waitFor();
      expect(leader.complaints).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    'shows figures with what they rest on, and opens exactly the cases that one counts',
    async () => {
      const { id } = await stage.tale.blow({ facts: '井盖松动' });
      await stage.tale.accept(id);
      const leader = await stage.desk('laptop', 'zx-groupleader');
      await leader.open('/figures');
      const line = leader.page.getByRole('row').filter({ has: leader.page.getByRole('link', { name: /有效吹哨率/ }) });
      await eventually('the matter is counted', async () => {
        await leader.page.reload();
        await line.waitFor();
        return Number(await line.getByRole('cell').nth(1).textContent()) > 0;
      });
      expect(await leader.violations()).toEqual([]);
      await line.getByRole('link').click();
      const part = leader.page.getByRole('button', { name: /分母/ });
      await part.click();
      const counted = Number(/\d+/.exec((await part.textContent()) ?? '')?.[0]);
      const cases = leader.page.getByRole('region', { name: '哪些件' }).getByRole('row');
      await cases.nth(1).waitFor();
      expect(await cases.count()).toBe(counted + 1);
      expect(await leader.violations()).toEqual([]);
      expect(leader.complaints).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    'fits a wall without scrolling, and says no name of a person',
    async () => {
      for (let more = 0; more < 6; more += 1) await stage.tale.blow({ place: `${more} 号楼` });
      const wall = await stage.desk('wall', 'zx-groupleader');
      await wall.open('/board?wall=1');
      await headline(wall.page, '在办').waitFor();
      const size = await wall.page.locator('html').evaluate((html) => [html.scrollWidth, html.scrollHeight]);
      expect(size).toEqual([1_920, 1_080]);
      const last = await wall.page.locator('.panels section:visible').last().boundingBox();
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(1_080);
      const members = stage.tale.ok('members', await stage.tale.as('liaison1').get('/api/members?limit=100')).items;
      const shown = (await wall.page.locator('body').textContent()) ?? '';
      expect(members.filter(({ name }: { name: string }) => shown.includes(name))).toEqual([]);
      expect(await wall.violations()).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    'lets a worker blow on a phone: hints at a matter that is alike, keeps what was typed, sends it once',
    async () => {
      await stage.tale.blow({ facts: '楼道口电动车乱停乱充，从楼上拉电线下来' });
      const { page, open, violations, complaints } = await stage.desk('phone', 'zx-worker-01');
      await open('/whistles/new');
      await choose(page, '分类', 'C1 非机动车停放充电');
      await page.getByLabel('具体位置').fill('二单元门口');
      await page.getByLabel(/发生了什么事/).fill('楼道口电动车乱停乱充，从楼上拉电线下来');
      await page.getByRole('heading', { name: '可能已经有人吹过' }).waitFor();
      expect(await violations()).toEqual([]);
      await page.reload();
      await page.getByLabel('具体位置').waitFor();
      expect(await page.getByLabel('具体位置').inputValue()).toBe('二单元门口');
      await page.getByRole('button', { name: '吹哨' }).dblclick();
      const receipt = page.getByRole('status').filter({ hasText: '收到了' });
      await receipt.waitFor();
      const number = /ZX-\d{4}-\d{6}/.exec((await receipt.textContent()) ?? '')?.[0];
      const { items } = stage.tale.ok('list', await stage.tale.as('worker-01').get('/api/whistles?limit=100'));
      const same = items.filter(({ place }: { place?: string }) => place === '二单元门口');
      expect(same.map((one: { number: string }) => one.number)).toEqual([number]);
      expect(complaints).toEqual([]);
    },
    2 * MINUTE_MS,
  );

  it(
    'opens every figure: each lists as many cases as it says, and a case prints as a file on A4 with nothing cut off',
    async () => {
      await stage.platform.hurry(DAY_IN_TWO_SECONDS);
      const fast = story(stage.platform, 'ys');
      const facts = `楼道口电动车乱停乱充。${'从楼上拉电线下来，担架进不去，居民多次反映。'.repeat(40)}`;
      const { id, number } = await fast.blow({ facts, place: '三号楼一单元门口' });
      await fast.blow({ categoryCode: 'C3', place: '西门' });
      await fast.inState(id, 'CHECKED_IN', MINUTE_MS);
      await fast.dispatch(id, 'CGJ', 'XFD');
      await fast.acknowledge(id, 'xfd');
      const leader = await stage.desk('laptop', 'ys-groupleader');
      const { page } = leader;
      await leader.open('/board');
      await headline(page, '今日红牌').filter({ hasText: /[1-9]/ }).waitFor({ timeout: MINUTE_MS });
      const cards = page.locator('section').filter({ has: page.getByRole('heading', { name: '今天的牌和督办单' }) });
      const red = cards.getByRole('listitem').filter({ hasText: '红牌' }).filter({ hasText: '城管局' });
      await red.getByRole('link', { name: number }).first().waitFor();

      const doors = page.locator('.board a[href^="/whistles?"]');
      const found = await doors.evaluateAll((links) =>
        links.map((link) => ({ address: link.getAttribute('href')!, said: link.textContent ?? '' })),
      );
      // Of those that count nothing, one of each kind: the others ask the same of another unit.
      const kindOf = (address: string): string => [...new URL(address, 'http://p').searchParams.keys()].join();
      const byKey = new Map(
        found.map((one) => [numberIn(one.said) > 0 ? one.address : `none ${kindOf(one.address)}`, one.address]),
      );
      expect([...byKey.keys()].filter((key) => key.includes('card='))).not.toEqual([]);
      for (const address of byKey.values())
        await eventually(`${address} opens what it counts`, () => isAsSaid(address));

      /** Events go on meanwhile: a figure and its list must agree at a moment, not at the first. */
      async function isAsSaid(address: string): Promise<boolean> {
        const door = page.locator(`.board a[href="${address}"]`).first();
        const said = numberIn(await door.textContent());
        await door.click();
        const heading = page.getByRole('heading', { name: /^哨件一览/ });
        const list = page.getByRole('main').locator('section').filter({ has: heading }).first();
        await list.locator('tbody tr, .ant-empty').first().waitFor();
        const titled = numberIn(await heading.textContent());
        const rows = await list.locator('tbody tr').count();
        const colour = /card=(yellow|red)/.exec(address)?.[1];
        const cards = await sumOf(list.locator(`.card-chip.${colour}`));
        await page.goBack();
        await headline(page, '在办').waitFor();
        // Cards are counted, matters are listed: a matter has those of other units too.
        const isSaid = address.includes('department=') ? rows <= said && said <= cards : said === cards;
        return titled === rows && (colour === undefined ? rows === said : isSaid);
      }

      await leader.open('/figures');
      const table = page.getByRole('region', { name: '指标' });
      await table.getByRole('row').nth(1).waitFor();
      const lines = await table.getByRole('row').evaluateAll((rows) =>
        rows.slice(1).map((row) => ({
          address: row.querySelector('a')?.getAttribute('href') ?? '',
          n: Number(row.querySelectorAll('td')[1]?.textContent),
        })),
      );
      const counting = lines.filter(({ n }) => n > 0);
      expect(counting.length).toBeGreaterThan(2);
      for (const { address } of counting) {
        await leader.open(address);
        await page.locator('.figure-value, main [role=alert]').first().waitFor();
        expect([address, await page.locator('main [role=alert]').allTextContents()]).toEqual([address, []]);
        const parts = page.getByRole('group', { name: '哪些件' }).getByRole('button', { name: /分/ });
        for (const part of await parts.all()) {
          await eventually(`${address}: ${await part.textContent()}`, async () => {
            await part.click();
            await page.getByRole('region', { name: '哪些件' }).or(page.getByText('这一部分没有件。')).first().waitFor();
            const rows = await page.getByRole('region', { name: '哪些件' }).locator('tbody tr').count();
            return rows === numberIn(await part.textContent());
          });
        }
      }
      await expectClean(leader);

      await leader.open(`/whistles/${number}`);
      await page.evaluate(INSTEAD_OF_PRINTING);
      await page.getByRole('button', { name: '打印案卷' }).click();
      await page.locator('html[data-printed]').waitFor();
      expect(await page.locator('.whistle details:not([open])').count()).toBe(0);
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect((paper.match(A4.points) ?? []).length).toBe((paper.match(/\/Type \/Page\b/g) ?? []).length);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: A4.innerPx, height: 1_000 });
      expect(await page.getByRole('navigation').or(page.locator('.action-bar')).filter({ visible: true }).count()).toBe(
        0,
      );
      expect(await page.evaluate<string[]>(WHAT_IS_CUT_OFF)).toEqual([]);
      expect(leader.complaints).toEqual([]);
    },
    4 * MINUTE_MS,
  );
});
