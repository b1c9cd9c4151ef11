import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';

const LISTENING = '0A';

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether a server could listen there on 127.0.0.1
 */
export function isPortFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Who listens on a port, in words for a person: "node (process 4711)".
 * @param {number} port
 * @returns {string | undefined} undefined if it cannot be told, for example when it belongs to another user
 */
export function findPortHolder(port) {
  return process.platform === 'linux' ? findHolderLinux(port) : findHolderByLsof(port);
}

/**
 * @param {number} port
 * @returns {string | undefined}
 */
function findHolderLinux(port) {
  const inodes = listeningInodes(port);
  if (inodes.size === 0) return undefined;
  const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && ownsSocket(entry, inodes));
  if (!pid) return undefined;
  const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  return `${name} (process ${pid})`;
}

/**
 * @param {number} port
 * @returns {Set<string>} what /proc/PID/fd shows for the sockets that listen on the port
 */
function listeningInodes(port) {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readOrEmpty(file).split('\n').slice(1));
  const columns = rows.map((row) => row.trim().split(/\s+/));
  const listening = columns.filter(([, local, , state]) => local?.endsWith(suffix) && state === LISTENING);
  return new Set(listening.map((row) => `socket:[${row[9]}]`));
}

/**
 * @param {string} pid
 * @param {Set<string>} inodes
 * @returns {boolean}
 */
function ownsSocket(pid, inodes) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    // Gone meanwhile, or another user's: not the one we can name.
    return false;
  }
}

/**
 * @param {string} file
 * @returns {string} nothing where the kernel has no such file, e.g. without IPv6
 */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {number} port
 * @returns {string | undefined}
 */
function findHolderByLsof(port) {
  const lsof = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
    encoding: 'utf8',
    timeout: 5_000,
  });
  const [, pid, name] = /^p(\d+)\nc(.+)$/m.exec(lsof.stdout ?? '') ?? [];
  return pid ? `${name} (process ${pid})` : undefined;
}
