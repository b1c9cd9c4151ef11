import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPlatform, type Platform } from '../platform/platform.js';
import { story, type Story } from '../platform/story.js';
import { openBrowser } from './chromium.js';
import { openDesk, type Desk, type Size } from './desk.js';

const MINUTE_MS = 60_000;

/** The whole platform and a browser for the stories of one file; desks are cleared after each story. */
export interface Stage {
  readonly tale: Story;
  readonly platform: Platform;
  /** Nobody is signed in at a desk without a name. */
  desk: (size: Size, userName?: string) => Promise<Desk>;
}

/** @param settings of the platform's environment, asked for when it starts */
export function useStage(settings: () => Promise<Record<string, string>> = () => Promise.resolve({})): Stage {
  let platform: Platform;
  let browser: Browser;
  let tale: Story;
  const desks: Desk[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    platform = await openPlatform(await settings());
    tale = story(platform);
  }, 10 * MINUTE_MS);
  afterEach(() => Promise.all(desks.splice(0).map((one) => one.close())));
  afterAll(async () => {
    await browser.close();
    await platform.close();
  }, MINUTE_MS);
  return {
    get tale() {
      return tale;
    },
    get platform() {
      return platform;
    },
    async desk(size, userName) {
      const one = await openDesk(browser, platform.origin, platform.stack.accountsFile, size);
      desks.push(one);
      if (userName !== undefined) await one.signIn(userName);
      return one;
    },
  };
}

/** Opens the sheet of an action that is offered, in the bar or behind its "more". */
export async function act(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('region', { name: '您现在可以' });
  const [inBar, more] = [name, '更多'].map((one) => bar.getByRole('button', { name: one, exact: true })) as [
    Locator,
    Locator,
  ];
  await inBar.or(more).first().waitFor();
  if (!(await inBar.isVisible())) await more.click();
  // What comes to be offered while the menu is open stands in either place.
  await inBar
    .or(page.getByRole('menuitem', { name, exact: true }))
    .first()
    .click();
}

/** Sends the sheet that is open. */
export const submit = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name }).click();

/** Nothing for axe, nothing on the console. */
export async function expectClean({ violations, complaints }: Desk): Promise<void> {
  expect(await violations()).toEqual([]);
  expect(complaints).toEqual([]);
}
