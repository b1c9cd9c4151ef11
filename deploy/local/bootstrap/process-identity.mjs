import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from './error-facts.mjs';

/**
 * A process id alone says little: ids are used again. With the moment the process began it names one process for ever,
 * so nothing foreign is taken for ours, let alone killed.
 * @typedef {{ pid: number, began: string }} ProcessIdentity
 */

/**
 * @param {number} [pid]
 * @returns {ProcessIdentity}
 * @throws {Error} if there is no such process
 */
export function identify(pid = process.pid) {
  const began = findBegin(pid);
  if (began === undefined) throw new Error(`process ${pid} does not exist`);
  return { pid, began };
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean}
 */
export function isRunning(identity) {
  return findBegin(identity.pid) === identity.began;
}

/**
 * @param {number} pid
 * @returns {string | undefined} undefined if the process is gone or only waits to be collected (zombie)
 */
function findBegin(pid) {
  return process.platform === 'linux' ? findBeginLinux(pid) : findBeginByPs(pid);
}

/**
 * Field 22 of /proc/PID/stat counts from boot, so the boot's id belongs to it.
 * @param {number} pid
 * @returns {string | undefined}
 */
function findBeginLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself contain spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Its first thread may have ended while others, and with them its ports, are still there.
    if (fields[0] === 'Z' && Number(fields[17]) <= 1) return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/**
 * @param {number} pid
 * @returns {string | undefined}
 */
function findBeginByPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 5_000 });
  return stdout?.trim() || undefined;
}

/**
 * @param {unknown} error
 * @returns {boolean}
 */
function isGone(error) {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH';
}

/**
 * @param {number} pid
 * @returns {string | undefined} program and arguments separated by spaces; undefined if there is no such process
 */
export function findCommandLine(pid) {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', timeout: 5_000 });
    return stdout?.trim() || undefined;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/**
 * @param {ProcessIdentity} identity
 * @param {NodeJS.Signals} signal
 * @returns {boolean} false if it was gone already
 */
export function signalProcess(identity, signal) {
  if (!isRunning(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}
