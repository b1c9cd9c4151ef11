import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { isNodeNewEnough, OLDEST_NODE } from '../bootstrap/node-version.mjs';

/** @typedef {import('../doctor.mjs').Finding} Finding */

const OLDEST_JAVA = 17;

/**
 * @typedef {{
 *   name: string, command: string, args: string[], why: string, replacedBy?: string, advice: string,
 *   accept?: (output: string) => boolean
 * }} NeededProgram `replacedBy`: a variable that makes it unnecessary
 */

/** @type {readonly NeededProgram[]} */
const PROGRAMS = [
  { name: 'npm', command: 'npm', args: ['--version'], why: 'packages', advice: 'comes with Node: https://nodejs.org' },
  {
    name: 'python3 with venv and pip',
    command: 'python3',
    args: ['-c', 'import venv, ensurepip, sys; print(sys.version.split()[0])'],
    why: 'fetches Temporal',
    replacedBy: 'TEMPORAL_ADDRESS',
    advice: install('python3 python3-venv python3-pip', 'python'),
  },
  {
    name: `Java ${OLDEST_JAVA} or newer`,
    command: 'java',
    args: ['-version'],
    why: 'runs Kafka',
    replacedBy: 'KAFKA_BROKERS',
    accept: (output) => Number(/version "(\d+)/.exec(output)?.[1] ?? 0) >= OLDEST_JAVA,
    advice: install('openjdk-17-jre-headless', 'openjdk@17'),
  },
  {
    name: 'Maven',
    command: 'mvn',
    args: ['--batch-mode', '--version'],
    why: 'fetches Kafka',
    replacedBy: 'KAFKA_BROKERS',
    advice: install('maven', 'maven'),
  },
];

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Finding[]}
 */
export function examinePrograms(env) {
  return [examineNode(), ...PROGRAMS.map((program) => examine(program, env))];
}

/** @returns {Finding} */
function examineNode() {
  const { node } = process.versions;
  return { name: `Node ${OLDEST_NODE} or newer`, ok: isNodeNewEnough(node), found: node, advice: 'https://nodejs.org' };
}

/**
 * @param {NeededProgram} program
 * @param {NodeJS.ProcessEnv} env
 * @returns {Finding}
 */
function examine({ name, command, args, why, replacedBy, advice, accept = () => true }, env) {
  if (replacedBy && env[replacedBy]) return { name, ok: true, found: `not needed (${replacedBy} is set)` };
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: 30_000, env });
  if (error) return { name, ok: false, found: `missing; it ${why}`, advice };
  const output = stripVTControlCharacters(`${stdout}${stderr}`).trim();
  const first = output.split('\n')[0] ?? '';
  return { name, ok: status === 0 && accept(output), found: status === 0 ? first : `does not work: ${first}`, advice };
}

/**
 * @param {string} debian
 * @param {string} homebrew
 * @returns {string}
 */
function install(debian, homebrew) {
  return process.platform === 'darwin' ? `brew install ${homebrew}` : `Debian, Ubuntu: apt install ${debian}`;
}
