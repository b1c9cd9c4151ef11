import type { Page } from 'playwright-core';

/** A laptop at 200 % is half as wide to its pages; no phone is narrower than the first, no wall wider than the last. */
const SCREENS = [
  { width: 320, height: 640 },
  { width: 683, height: 384 },
  { width: 1920, height: 1080 },
];

/**
 * What reaches beyond the right edge once everything has its place, but what lies in a box of its own that scrolls or is
 * there for screen readers only; with it the page itself, if it scrolls. A pixel is rounding.
 */
const BEYOND = `new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const isBoxed = (one) => one !== null && one !== document.body &&
    (getComputedStyle(one).overflowX !== 'visible' || isBoxed(one.parentElement));
  const beyond = [...document.body.querySelectorAll('*')].filter((one) =>
    one.getBoundingClientRect().right > clientWidth + 1 && !isBoxed(one.parentElement));
  tell(scrollWidth <= clientWidth + 1 ? [] : [scrollWidth + ' px', ...beyond.slice(0, 3).map((one) =>
    one.tagName.toLowerCase() + '.' + (one.getAttribute('class') ?? '') + ' ' + (one.textContent ?? '').slice(0, 40))]);
})))`;

/**
 * Looks at the page that is open on each of these screens, and gives it back the one it had.
 * @returns where it scrolls sideways, and what makes it
 */
export async function scrollsSideways(page: Page): Promise<string[]> {
  const before = page.viewportSize()!;
  const found: string[] = [];
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    const beyond = await page.evaluate<string[]>(BEYOND);
    if (beyond.length > 0) found.push(`at ${screen.width} px it is ${beyond.join('; ')}`);
  }
  await page.setViewportSize(before);
  return found;
}
