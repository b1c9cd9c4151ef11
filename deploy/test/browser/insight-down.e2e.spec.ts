import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../platform/client.js';
import { choose } from './desk.js';
import { act, expectClean, useStage } from './stage.js';

const MINUTE_MS = 60_000;

describe('while figures cannot follow', () => {
  const stage = useStage();
  const status = (page: Page) => page.getByRole('status').filter({ hasText: /数据/ });
  const open = async (page: Page) => Number(await page.locator('dl.headline').getByLabel('在办').textContent());

  it(
    'without their service: the board says since when, and whistles are blown, accepted and told as ever',
    async () => {
      const [leader, worker, liaison] = await Promise.all([
        stage.desk('laptop', 'zx-groupleader'),
        stage.desk('phone', 'zx-worker-01'),
        stage.desk('laptop', 'zx-liaison1'),
      ]);
      await Promise.all([leader.open('/board'), worker.open('/whistles/new'), liaison.open('/inbox')]);
      await status(leader.page).filter({ hasText: '数据截至' }).waitFor();
      const before = await open(leader.page);
      await stage.platform.stack.stopServer('insight');
      const late = status(leader.page).filter({ hasText: '统计暂时没更新。办件不受影响。' });
      await late.waitFor({ timeout: MINUTE_MS });
      expect(await late.textContent()).toMatch(/^数据停在 .*\d{2}:\d{2}/);
      expect(await open(leader.page)).toBe(before);
      expect(await leader.violations()).toEqual([]);

      await choose(worker.page, '分类', 'C1 非机动车停放充电');
      await worker.page.getByLabel('具体位置').fill('三单元门口');
      await worker.page.getByLabel(/发生了什么事/).fill('充电线横穿通道');
      await worker.page.getByRole('button', { name: '吹哨' }).click();
      const receipt = worker.page.getByRole('status').filter({ hasText: '收到了' });
      await receipt.waitFor();
      await expectClean(worker);
      const number = /ZX-\d{4}-\d{6}/.exec((await receipt.textContent()) ?? '')![0];

      await liaison.page.getByText(number).first().waitFor({ timeout: MINUTE_MS });
      await expectClean(liaison);
      await liaison.open('/triage');
      await liaison.page.getByRole('status').filter({ hasText: '总览自' }).waitFor();
      await liaison.page
        .getByRole('list', { name: /^待受理/ })
        .getByText(number)
        .click();
      expect(await liaison.violations()).toEqual([]);
      // The browser itself writes down that the overview did not answer.
      liaison.complaints.length = 0;
      await liaison.open(`/whistles/${number}`);
      await act(liaison.page, '受理');
      await choose(liaison.page, '定级', 'G3 一般');
      await liaison.page.getByRole('dialog').getByRole('button', { name: '受理' }).click();
      await liaison.page.getByText('等委员报到').first().waitFor();
      await expectClean(liaison);
      await liaison.open('/work');
      await liaison.page.getByRole('status').filter({ hasText: '总览自' }).first().waitFor();

      await stage.platform.stack.startServer('insight');
      await status(leader.page).filter({ hasText: '数据截至' }).waitFor({ timeout: MINUTE_MS });
      await eventually('the board has caught up', async () => (await open(leader.page)) === before + 1, MINUTE_MS);
    },
    4 * MINUTE_MS,
  );

  it(
    'without Kafka: the board says since when, whistles are blown as ever, and are counted afterwards',
    async () => {
      const leader = await stage.desk('laptop', 'zx-groupleader');
      await leader.open('/board');
      await status(leader.page).filter({ hasText: '数据截至' }).waitFor();
      const before = await open(leader.page);
      await stage.platform.stack.stopServer('kafka');
      await stage.tale.blow({ facts: '井盖松动' });
      await status(leader.page).filter({ hasText: '数据停在' }).waitFor({ timeout: MINUTE_MS });
      expect(await open(leader.page)).toBe(before);
      await expectClean(leader);
      await stage.platform.stack.startServer('kafka');
      await eventually('the board has caught up', async () => (await open(leader.page)) === before + 1, MINUTE_MS);
      await status(leader.page).filter({ hasText: '数据截至' }).waitFor({ timeout: MINUTE_MS });
      await expectClean(leader);
    },
    3 * MINUTE_MS,
  );
});
