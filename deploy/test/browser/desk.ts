import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** The widths every page is looked at in: a phone, a laptop, a wall. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 768 },
  wall: { width: 1920, height: 1080 },
};
export type Size = keyof typeof SIZES;

const WAIT_MS = 15_000;
/** What was clicked in a list stands in its field by then, and a list that was left is gone. */
const SEEN_MS = 3_000;
const ATTEMPTS = 3;
/**
 * What a page is made of: its address without ids, its language, and each kind of element once, by tag, role, classes
 * and whether it says something. Axe takes seconds for a page and would say of the same kinds what it said before.
 */
const SHAPE = `[location.pathname.replace(/[\\w-]*\\d[\\w-]*/g, '*'), document.documentElement.lang, ...new Set(
  [...document.body.querySelectorAll('*')].map((one) => [one.tagName, one.getAttribute('role'),
    (one.getAttribute('class') ?? '').replace(/css-\\S+/g, ''), one.hasAttribute('disabled'),
    (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() !== ''].join()))].join('|')`;
const SETTLED_MS = 1_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Shapes that were clean, of all desks of a file. */
const looked = new Set<string>();

/** One person at one screen; what the console complains of is kept. */
export interface Desk {
  page: Page;
  context: BrowserContext;
  complaints: string[];
  open: (path: string) => Promise<void>;
  signIn: (userName: string) => Promise<void>;
  /** What axe finds, each as "rule: element"; nothing for what has been looked at in this shape and was clean. */
  violations: () => Promise<string[]>;
  close: () => Promise<void>;
}

export async function openDesk(browser: Browser, origin: string, accountsFile: string, size: Size): Promise<Desk> {
  const context = await browser.newContext({ viewport: SIZES[size], baseURL: origin, locale: 'zh-CN' });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const open = async (path: string): Promise<void> => {
    await page.goto(path, { waitUntil: 'load' });
  };
  return {
    ...{ page, context, complaints, open },
    async signIn(userName) {
      await open('/work');
      await page.getByLabel('用户名').fill(userName);
      await page.getByLabel('密码', { exact: true }).fill(passwordOf(accountsFile, userName));
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('heading', { name: '我的工作台' }).waitFor();
    },
    async violations() {
      const shape = `${size} ${await page.evaluate<string>(SHAPE)}`;
      if (looked.has(shape)) return [];
      // The bar at the foot of a phone covers half of whatever happens to lie there: the whole page is looked at.
      const height = await page.locator('html').evaluate((html) => html.scrollHeight);
      if (size === 'phone') await page.setViewportSize({ ...SIZES.phone, height: height + SIZES.phone.height });
      const look = async () => (await new AxeBuilder({ page }).withTags(RULES).analyze()).violations;
      let violations = await look();
      if (violations.length > 0) {
        // Of a page that moves while it is looked at, one part is measured where another has been; a fault stays.
        await page.waitForTimeout(SETTLED_MS);
        violations = await look();
      }
      if (size === 'phone') await page.setViewportSize(SIZES.phone);
      if (violations.length === 0) looked.add(shape);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    close: () => context.close(),
  };
}

function passwordOf(accountsFile: string, userName: string): string {
  const accounts = JSON.parse(readFileSync(accountsFile, 'utf8')) as { userName: string; password: string }[];
  const account = accounts.find((one) => one.userName === userName);
  if (!account) throw new Error(`the seed made no account ${userName}`);
  return account.password;
}

/** Chooses in a select, as a person does: looks, types only where the list is long, sees that it stands there. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  const list = page.locator('.ant-select-dropdown:visible');
  const wanted = list.getByText(option, { exact: true }).filter({ visible: true }).first();
  const chosen = page.locator('.ant-select').filter({ has: box }).getByText(option, { exact: true }).first();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await box.click();
    await list.first().waitFor();
    // A list that is being filtered moves under the hand: on a busy machine the click then falls beside it.
    if (!(await wanted.isVisible())) await box.fill(option);
    await wanted.click();
    if (await isIn('attached', chosen)) break;
    if (attempt === ATTEMPTS) throw new Error(`${label}: ${option} was clicked ${ATTEMPTS} times and not chosen`);
    await box.blur();
  }
  await leave(box, list.first());
}

/**
 * Some lists stay open; leaving the field closes each. (Escape would close the sheet around one that has closed.) A list
 * that was clicked in takes the focus back a moment later, which may be after the field was left.
 */
async function leave(box: Locator, list: Locator): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await box.focus();
    await box.blur();
    if (await isIn('hidden', list)) return;
  }
  await list.waitFor({ state: 'hidden' });
}

const isIn = (state: 'attached' | 'hidden', what: Locator): Promise<boolean> =>
  what.waitFor({ state, timeout: SEEN_MS }).then(
    () => true,
    () => false,
  );
