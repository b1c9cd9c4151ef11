import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../bootstrap/error-facts.mjs';
import { STATE_DIR } from '../bootstrap/paths.mjs';
import { findPortHolder, isPortFree } from '../bootstrap/port-holder.mjs';
import { PORT_TABLE, resolvePorts } from '../bootstrap/port-table.mjs';
import { isRunning } from '../bootstrap/process-identity.mjs';

/** @typedef {import('../doctor.mjs').Finding} Finding */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Finding[]>}
 */
export async function examinePorts(env) {
  if (isPlatformRunning(env)) return [{ name: 'ports', ok: true, found: 'in use by the platform of this checkout' }];
  try {
    const ports = resolvePorts(env);
    const taken = await Promise.all(PORT_TABLE.map(({ name, variable }) => examinePort(name, ports[name], variable)));
    const problems = taken.filter((finding) => finding !== undefined);
    return problems.length > 0 ? problems : [{ name: 'ports', ok: true, found: Object.values(ports).join(', ') }];
  } catch (error) {
    return [{ name: 'ports', ok: false, found: messageOf(error), advice: 'change or unset the variable' }];
  }
}

/**
 * @param {string} name
 * @param {number} port
 * @param {string} variable
 * @returns {Promise<Finding | undefined>}
 */
async function examinePort(name, port, variable) {
  if (await isPortFree(port)) return undefined;
  const found = `${port} (${name}) is taken by ${findPortHolder(port) ?? 'another program'}`;
  return { name: 'port', ok: false, found, advice: `set ${variable}, or HSL_PORT_BASE for all` };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean}
 */
function isPlatformRunning(env) {
  const file = join(env['HSL_STATE_DIR'] || STATE_DIR, 'platform.json');
  return existsSync(file) && isRunning(JSON.parse(readFileSync(file, 'utf8')).supervisor);
}
