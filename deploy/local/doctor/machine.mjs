import { existsSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import { cacheDir, CHECKOUT } from '../bootstrap/paths.mjs';
import { findUtf8Locale } from '../bootstrap/utf8-locale.mjs';

/** @typedef {import('../doctor.mjs').Finding} Finding */

const GIBIBYTE = 1024 ** 3;
/** Packages, compiled code and a year of trying things out. */
const NEEDED_IN_CHECKOUT = 4;
/** Temporal 240 MB, Kafka 45 MB, and room to fetch them. */
const NEEDED_IN_CACHE = 1;
const NEEDED_MEMORY = 4;

/** @returns {Finding[]} */
export function examineMachine() {
  return [
    examineDisk('disk of the checkout', CHECKOUT, NEEDED_IN_CHECKOUT),
    examineDisk('disk of the cache', cacheDir(), NEEDED_IN_CACHE),
    examineMemory(),
    ...(process.platform === 'linux' ? [examineLocale()] : []),
  ];
}

/**
 * @param {string} name
 * @param {string} path
 * @param {number} needed in GiB
 * @returns {Finding}
 */
function examineDisk(name, path, needed) {
  const { bavail, bsize } = statfsSync(nearestExisting(path));
  const free = (bavail * bsize) / GIBIBYTE;
  return {
    name,
    ok: free >= needed,
    found: `${free.toFixed(1)} GiB free at ${path}`,
    advice: `free ${needed} GiB, or move the cache with HSL_CACHE_DIR`,
  };
}

/**
 * @param {string} path
 * @returns {string}
 */
function nearestExisting(path) {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

/** @returns {Finding} */
function examineMemory() {
  const total = totalmem() / GIBIBYTE;
  const found = `${total.toFixed(1)} GiB`;
  return { name: 'memory', ok: total >= NEEDED_MEMORY, found, advice: 'the idle platform needs about 2.5 GiB' };
}

/** @returns {Finding} PostgreSQL asks the system which characters are letters */
function examineLocale() {
  const found = findUtf8Locale();
  const advice = 'Debian, Ubuntu: apt install locales, then add en_US.UTF-8';
  return { name: 'UTF-8 locale', ok: found !== undefined, found: found ?? 'neither C.UTF-8 nor en_US.UTF-8', advice };
}
