import type { Browser } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../local/bootstrap/paths.mjs';
import { openPlatform, type Platform } from '../platform/platform.js';
import { openBrowser } from './chromium.js';
import { openDesk, SIZES, type Desk, type Size } from './desk.js';
import { portalRoutes } from './doors.js';
import { nameOf, SCREENS, tellForPictures, type Screen } from './screens.js';

const FOLDER = join(CHECKOUT, 'docs', 'screens');
const SETTLED_WITHIN_MS = 5_000;
/** A picture proves nothing of speed: on a crowded machine it only comes later. */
const PATIENCE_MS = 90_000;
/** Nothing loads, and nothing has moved for a moment. (The stream of notices is never silent: the network says nothing.) */
const SETTLED = `new Promise((resolve) => {
  const isBusy = () => !document.querySelector('main')?.textContent || document.querySelector('main [aria-busy="true"]');
  const still = () => (isBusy() ? again() : (watcher.disconnect(), resolve()));
  let timer = setTimeout(still, 400);
  const again = () => { clearTimeout(timer); timer = setTimeout(still, 400); };
  const watcher = new MutationObserver(again);
  watcher.observe(document.body, { subtree: true, childList: true });
  setTimeout(resolve, ${SETTLED_WITHIN_MS});
})`;

/** `npm run screens`: a picture of every page at each width, in docs/screens (not committed); words choose among them. */
async function photograph(words: readonly string[]): Promise<void> {
  const missed = portalRoutes().filter((route) => route !== '/' && !SCREENS.some(({ path }) => path === route));
  if (missed.length > 0) throw new Error(`no picture of ${missed.join(', ')}: add them to screens.ts`);
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  const platform = await openPlatform();
  try {
    const addresses = await tellForPictures(platform);
    const wanted = SCREENS.filter(
      (screen) => words.length === 0 || words.some((word) => nameOf(screen).includes(word)),
    );
    // Each width is a row of people who sit down one after the other.
    await Promise.all(
      (Object.keys(SIZES) as Size[]).map((size) =>
        photographAll(
          wanted.filter(({ sizes }) => sizes.includes(size)),
          { browser, platform, size, addresses },
        ),
      ),
    );
  } finally {
    await browser.close();
    await platform.close();
  }
}

interface Studio {
  browser: Browser;
  platform: Pick<Platform, 'origin' | 'stack'>;
  size: Size;
  addresses: ReadonlyMap<string, string>;
}

async function photographAll(screens: readonly Screen[], studio: Studio): Promise<void> {
  const { browser, platform, size, addresses } = studio;
  const desks = new Map<string | undefined, Desk>();
  for (const screen of screens) {
    const desk = desks.get(screen.who) ?? (await openDesk(browser, platform.origin, platform.stack.accountsFile, size));
    desk.context.setDefaultTimeout(PATIENCE_MS);
    if (!desks.has(screen.who) && screen.who !== undefined) await desk.signIn(screen.who);
    desks.set(screen.who, desk);
    await desk.open(addresses.get(screen.path) ?? screen.path);
    await desk.page.evaluate(SETTLED);
    const file = `${nameOf(screen)}-${size}.png`;
    await desk.page.screenshot({ path: join(FOLDER, file), fullPage: !screen.path.includes('wall') });
    process.stdout.write(`docs/screens/${file}\n`);
  }
  for (const desk of desks.values()) await desk.close();
}

await photograph(process.argv.slice(2));
