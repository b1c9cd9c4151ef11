import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { runProgram } from '../../local/run-program.js';

/** Without windows, tabs and menus around the page: it takes half the processor time of a whole browser without a head. */
const SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL_TIMEOUT_MS = 10 * 60_000;
const FONTS = 'fonts-noto-cjk';
/** No network of its own: what a browser asks its maker is no part of a test. */
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const firstOf = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path));

/** Debian's package, with a font for Chinese: without one every sign is a box. Nothing where that is not possible. */
async function install(browser: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { timeoutMs: INSTALL_TIMEOUT_MS, env };
  await runProgram('apt-get', ['update', '-qq'], options);
  await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', browser, FONTS], options);
}

/** What the person set, what serves best, what is there, what can be had. */
async function findBrowser(): Promise<string | undefined> {
  const there = firstOf([process.env.CHROMIUM_PATH ?? '', SHELL]);
  if (there !== undefined) return there;
  // Not every distribution has it: a whole browser does as well.
  await install('chromium-headless-shell').catch(() => undefined);
  const found = firstOf([SHELL, ...WHOLE]);
  if (found !== undefined) return found;
  await install('chromium');
  return firstOf(WHOLE);
}

/** @throws Error that names the packages, when no browser is there and none can be installed */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error(`install chromium and ${FONTS}, or set CHROMIUM_PATH`);
  return chromium.launch({ executablePath, args: [...QUIET, '--no-sandbox'] });
}
