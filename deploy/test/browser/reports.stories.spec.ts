import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../platform/client.js';
import { choose } from './desk.js';
import { expectClean, useStage } from './stage.js';

const MINUTE_MS = 60_000;
const ZIP = 'PK';
const monthOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 7);

/** Marks the page as soon as a report is seen being made, however short that is. */
const MARK = `new MutationObserver(() => {
  if (document.querySelector('progress')) document.documentElement.dataset.wasMaking = 'yes';
}).observe(document.body, { childList: true, subtree: true })`;

describe('reports and bulletins', () => {
  const stage = useStage();
  const isCounted = (number: string) =>
    eventually('the matter is counted', async () => {
      const { items } = stage.tale.ok('list', await stage.tale.as('groupleader').get('/api/live-list?limit=100'));
      return items.some((one: { number: string }) => one.number === number);
    });
  const inEnglish = (page: Page) => page.getByRole('button', { name: 'English' }).click();

  it(
    'are generated before one’s eyes, kept, read and downloaded; an empty period says so',
    async () => {
      const leader = await stage.desk('laptop', 'zx-groupleader');
      const { page } = leader;
      const { number } = await stage.tale.blow({ facts: '井盖松动' });
      await isCounted(number);
      const menu = page.getByRole('navigation');
      await menu.getByText('更多').click();
      await menu.getByRole('link', { name: '报表' }).click();
      await page.getByText('还没有生成过报表。').waitFor();
      await expectClean(leader);

      await page.evaluate(MARK);
      await choose(page, '报表', '问题、措施、责任三张清单');
      await page.getByRole('button', { name: '本月' }).click();
      await page.getByRole('button', { name: '生成', exact: true }).click();
      const table = page.getByRole('region', { name: '已生成的报表' });
      const download = table.getByRole('button', { name: /^下载 问题、措施、责任三张清单_.*\.xlsx$/ });
      await download.waitFor();
      expect(await page.locator('html[data-was-making]').count()).toBe(1);
      const saving = page.waitForEvent('download');
      await download.click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toMatch(/^问题、措施、责任三张清单_\d{4}-\d{2}-01_\d{4}-\d{2}-\d{2}\.xlsx$/);
      expect((await readFile(await saved.path())).subarray(0, 2).toString()).toBe(ZIP);

      await page.getByLabel('起日').fill('2021-02-01');
      await page.getByLabel('止日').fill('2021-02-28');
      await page.getByRole('button', { name: '生成', exact: true }).click();
      await table.getByText('2021年2月没有符合条件的哨件，没有生成报表。请换一个时间段。').waitFor();
      await expectClean(leader);

      await table.getByRole('link', { name: /^查看 问题/ }).click();
      await page.getByRole('region', { name: '问题清单' }).getByRole('cell', { name: number, exact: true }).waitFor();
      await page.getByText('报表口径版本').waitFor();
      await expectClean(leader);
      await inEnglish(page);
      await page.getByText('The report itself is in Chinese.').waitFor();
      await expectClean(leader);
    },
    3 * MINUTE_MS,
  );

  it(
    'a bulletin is released on a phone by another leader than had it made, and then stands for those who may not generate',
    async () => {
      const month = monthOf(Date.now());
      const leader = await stage.desk('phone', 'zx-groupleader');
      await leader.open(`/bulletins/${month}`);
      await leader.page.getByText('还没有通报。').waitFor();
      await expectClean(leader);
      await leader.page.getByRole('button', { name: '生成通报' }).click();
      const communities = leader.page.getByRole('region', { name: '社区' });
      await communities.waitFor();
      expect(await leader.page.getByRole('button', { name: '发布通报' }).count()).toBe(0);
      await expectClean(leader);

      const deputy = await stage.desk('phone', 'zx-deputyleader1');
      await deputy.open(`/bulletins/${month}`);
      await deputy.page.getByRole('button', { name: '发布通报' }).click();
      await deputy.page.getByRole('tooltip').getByRole('button', { name: '发布通报' }).click();
      await deputy.page.getByText(/^已发布/).waitFor();
      await expectClean(deputy);
      // What happens afterwards is for the next one.
      const ranks = deputy.page.getByRole('region', { name: '社区' });
      const released = await ranks.innerText();
      const { number } = await stage.tale.blow({ facts: '井盖又松了' });
      await isCounted(number);
      await deputy.page.reload();
      await ranks.waitFor();
      expect(await ranks.innerText()).toBe(released);

      const member = await stage.desk('laptop', 'zx-member-01');
      await member.open(`/bulletins/${month}`);
      await member.page.getByRole('region', { name: '社区' }).waitFor();
      expect(await member.page.getByRole('button', { name: /下载|生成/ }).count()).toBe(0);
      await inEnglish(member.page);
      await member.page.getByRole('heading', { name: /^Bulletin of/ }).waitFor();
      await expectClean(member);
      await member.open('/reports');
      await member.page.getByText('Released').waitFor();
      await expectClean(member);
    },
    3 * MINUTE_MS,
  );
});
