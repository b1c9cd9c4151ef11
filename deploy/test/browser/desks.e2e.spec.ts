import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../platform/client.js';
import { openPlatform, type Platform } from '../platform/platform.js';
import { story, type Story } from '../platform/story.js';
import { openBrowser } from './chromium.js';
import { choose, openDesk, type Desk, type Size } from './desk.js';

const MINUTE_MS = 60_000;

describe('members and departments in the portal', () => {
  let platform: Platform;
  let tale: Story;
  let browser: Browser;
  const desks: Desk[] = [];
  const desk = async (who: string, size: Size): Promise<Desk> => {
    const one = await openDesk(browser, platform.origin, platform.stack.accountsFile, size);
    desks.push(one);
    await one.signIn(who);
    return one;
  };
  const submit = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
  const act = (page: Page, name: string) =>
    page.getByRole('region', { name: '您现在可以' }).getByRole('button', { name, exact: true }).click();
  const clean = async (one: Desk): Promise<void> => {
    expect(await one.violations()).toEqual([]);
    expect(one.complaints).toEqual([]);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    platform = await openPlatform();
    tale = story(platform);
  }, 10 * MINUTE_MS);
  afterEach(() => Promise.all(desks.splice(0).map((one) => one.close())));
  afterAll(async () => {
    await browser.close();
    await platform.close();
  }, MINUTE_MS);

  it(
    'a member is called on a phone, reads why, and says that she is coming',
    async () => {
      const { id, number } = await tale.blow();
      const member = await desk('zx-member-01', 'phone');
      await member.open('/calls');
      await tale.accept(id);
      await member.page.getByRole('link', { name: number }).click();
      await member.page.getByRole('heading', { name: '为什么请您' }).waitFor();
      await clean(member);
      await act(member.page, '我去报到');
      await submit(member.page, '我去报到');
      await tale.inState(id, 'CHECKED_IN');
      await member.page.getByText('已答应报到').or(member.page.getByText('已报到')).first().waitFor();
      await clean(member);
      await member.open('/duty');
      await member.page.getByRole('row').filter({ hasText: '为民服务员' }).waitFor();
      const counts = async (): Promise<boolean> => {
        await member.page.reload();
        await member.page.getByRole('heading', { name: '每一笔' }).waitFor();
        return (await member.page.getByText(/按时报到 · \+3/).count()) === 1;
      };
      await eventually('the check-in counts', counts, MINUTE_MS);
      await clean(member);
    },
    2 * MINUTE_MS,
  );

  it(
    'a liaison officer accepts from the queue with the keyboard alone',
    async () => {
      const { id, number } = await tale.blow({ place: '丙' });
      const liaison = await desk('zx-liaison1', 'laptop');
      await liaison.open('/triage');
      const row = liaison.page.getByRole('list', { name: /待受理/ }).getByRole('button', { name: number });
      await row.waitFor();
      await clean(liaison);
      await row.focus();
      await liaison.page.keyboard.press('Enter');
      await choose(liaison.page, '定级', 'G3 一般');
      await liaison.page.getByRole('dialog').getByRole('button', { name: '受理' }).focus();
      await liaison.page.keyboard.press('Enter');
      await tale.inState(id, 'ASSIGNING');
      // The list may be asked for once before the event has reached it; it asks again after 15 s.
      await row.waitFor({ state: 'detached', timeout: MINUTE_MS });
      await clean(liaison);
    },
    2 * MINUTE_MS,
  );

  it(
    'a department acknowledges what came in, and feeds back; what is closed says why',
    async () => {
      const whistles = [await tale.blow({ place: '甲' }), await tale.blow({ place: '乙' })];
      for (const { id } of whistles) {
        await tale.accept(id);
        await tale.checkIn(id);
        await tale.dispatch(id, 'CGJ');
      }
      const handler = await desk('zx-handler-cgj', 'laptop');
      await handler.open('/tasks');
      await handler.page.getByRole('button', { name: '批量签收 2 件' }).click();
      await handler.page.getByText('待签收').first().waitFor({ state: 'detached' });
      await clean(handler);
      const { number, id } = whistles[0]!;
      await handler.page.getByRole('link', { name: number }).click();
      await handler.page.getByText(/现在不能办的/).click();
      await handler.page.getByText(/签收 · 现在不能/).waitFor();
      await act(handler.page, '提交反馈');
      await handler.page.getByLabel('怎么办好的').fill('已划线并清理占道车辆。');
      await handler.page.getByLabel(/证据/).fill('整改后照片 3 张');
      await choose(handler.page, '联系过反映人', '是');
      await clean(handler);
      await submit(handler.page, '提交反馈');
      await tale.inState(id, 'VERIFYING');
      await handler.page.getByText('已划线并清理占道车辆。').waitFor();
      await handler.page.getByRole('button', { name: 'English' }).click();
      await handler.page.getByRole('heading', { name: 'Feedback' }).waitFor();
      await clean(handler);
    },
    3 * MINUTE_MS,
  );
});
