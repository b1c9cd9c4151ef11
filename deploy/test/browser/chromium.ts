import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { runProgram } from '../../local/run-program.js';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL_TIMEOUT_MS = 10 * 60_000;
const PACKAGES = ['chromium', 'fonts-noto-cjk'];
/** No network of its own: what a browser asks its maker is no part of a test. */
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const installed = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? '', ...KNOWN].find((path) => existsSync(path));

/** Debian's browser, with a font for Chinese: without one every sign is a box. */
async function install(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-qq'], { timeoutMs: INSTALL_TIMEOUT_MS, env });
  const wanted = ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES];
  await runProgram('apt-get', wanted, { timeoutMs: INSTALL_TIMEOUT_MS, env });
  return installed();
}

/** @throws Error that names the packages, when no browser is there and none can be installed */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installed() ?? (await install());
  if (!executablePath) throw new Error(`install ${PACKAGES.join(' and ')}, or set CHROMIUM_PATH`);
  return chromium.launch({ executablePath, args: [...QUIET, '--no-sandbox'] });
}
