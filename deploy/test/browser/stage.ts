import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPlatform, type Platform } from '../platform/platform.js';
import { story, type Story } from '../platform/story.js';
import { openBrowser } from './chromium.js';
import { openDesk, type Desk, type Size } from './desk.js';

const MINUTE_MS = 60_000;
const LOOKS_FOR_MS = 15_000;
const LOOKS_AGAIN_MS = 4_000;

/** The whole platform and a browser for the stories of one file; desks are cleared after each story. */
export interface Stage {
  readonly tale: Story;
  readonly platform: Platform;
  /** Nobody is signed in at a desk without a name. */
  desk: (size: Size, userName?: string) => Promise<Desk>;
}

interface Opened {
  platform: Platform;
  browser: Browser;
}
type Settings = () => Promise<Record<string, string>>;

async function open(settings?: Settings): Promise<Opened> {
  const browser = await openBrowser();
  return { browser, platform: await openPlatform(await settings?.()) };
}

/** Of one file; several groups of stories in it share one. */
let opened: Promise<Opened> | undefined;
afterAll(async () => {
  const { browser, platform } = (await opened) ?? {};
  await browser?.close();
  await platform?.close();
}, MINUTE_MS);

/** @param settings of the platform's environment; only the first group of a file can have any, for which it starts */
export function useStage(settings?: Settings): Stage {
  let stage: Opened;
  let tale: Story;
  const desks: Desk[] = [];
  beforeAll(async () => {
    if (settings && opened) throw new Error('the platform of this file runs already, without these settings');
    opened ??= open(settings);
    stage = await opened;
    tale = story(stage.platform);
  }, 10 * MINUTE_MS);
  afterEach(() => Promise.all(desks.splice(0).map((one) => one.close())));
  return {
    get tale() {
      return tale;
    },
    get platform() {
      return stage.platform;
    },
    async desk(size, userName) {
      const { browser, platform } = stage;
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
  const offered = inBar.or(page.getByRole('menuitem', { name, exact: true })).first();
  // What is offered may move between the bar and the menu while a hand is on its way: it looks again.
  for (const giveUpAt = Date.now() + LOOKS_FOR_MS; ;) {
    try {
      await inBar.or(more).first().waitFor();
      if (!(await inBar.isVisible())) await more.click({ timeout: LOOKS_AGAIN_MS });
      return await offered.click({ timeout: LOOKS_AGAIN_MS });
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Sends the sheet that is open. */
export const submit = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name }).click();

/** Nothing for axe, nothing on the console. */
export async function expectClean({ violations, complaints }: Desk): Promise<void> {
  expect(await violations()).toEqual([]);
  expect(complaints).toEqual([]);
}
