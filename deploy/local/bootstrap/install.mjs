import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { CHECKOUT } from './paths.mjs';
import { showStep } from './progress.mjs';
import { runChild } from './run-child.mjs';

const LOCK = join(CHECKOUT, 'package-lock.json');
const STAMP = join(CHECKOUT, 'node_modules', '.hsl-lock');
const INSTALLED = join(CHECKOUT, 'node_modules', '.package-lock.json');

/** Installs the packages unless those of the present package-lock.json are there. */
export async function installPackages() {
  const current = fingerprint([LOCK]);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === current) return;
  if (!isInstalled()) {
    await showStep('installing packages', install);
  }
  writeFileSync(STAMP, current);
}

/**
 * A lock file can only name binaries that the registry had when it was written; a registry that lacks those of other
 * systems leaves gaps, which `npm ci` refuses and `npm install` tolerates. Both install the versions of the lock file.
 */
async function install() {
  try {
    await npm('ci');
  } catch {
    process.stderr.write('• the lock file does not name every optional package; installing without that check …\n');
    await npm('install', '--no-save');
  }
}

/** @param {string[]} args */
async function npm(...args) {
  const path = process.env['npm_execpath'];
  const [command = 'npm', ...before] = path ? [process.execPath, path] : ['npm'];
  await runChild(command, [...before, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: CHECKOUT,
    quiet: args[0] === 'ci',
  });
}

/**
 * Somebody may have called npm himself: then node_modules is not thrown away and fetched again.
 * @returns {boolean} whether npm's own note of what is installed agrees with the lock file
 */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = packagesOf(LOCK);
  const installed = packagesOf(INSTALLED);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    // Optional packages of other systems stay away.
    return path in installed ? installed[path]?.version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
