import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { messageOf } from './error-facts.mjs';
import { CHECKOUT } from './paths.mjs';

const COMPILED = join(CHECKOUT, 'deploy', 'dist');
/** Where the compiled programs of the commands are looked for. */
const FOLDERS = ['local', 'checks', 'demo', 'bench'];
/** These must help when the build is broken, so they run from what was built before, if anything was. */
const WITHOUT_BUILD = new Set(['stop', 'reset']);

/**
 * @param {string[]} args the command and what follows it
 * @returns {Promise<void>}
 */
export async function runCommand([command = 'start', ...args]) {
  try {
    if (command === 'doctor') return await runFile(join(CHECKOUT, 'deploy', 'local', 'doctor.mjs'), args);
    if (!(WITHOUT_BUILD.has(command) && findProgram(command))) await build();
    if (command === 'build') return;
    const file = command === 'run' ? resolve(CHECKOUT, args.shift() ?? '') : findProgram(command);
    if (!file || !existsSync(file)) throw new Error(`there is no command "${command}"`);
    await runFile(file, args);
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

/**
 * A program runs by being imported; one that exports `main` gets its arguments and may return its exit code.
 * @param {string} file
 * @param {string[]} args
 */
async function runFile(file, args) {
  process.argv = [process.argv[0] ?? 'node', file, ...args];
  const { main } = await import(pathToFileURL(file).href);
  if (typeof main !== 'function') return;
  const code = await main(args);
  if (typeof code === 'number') process.exitCode = code;
}

/**
 * @param {string} command
 * @returns {string | undefined}
 */
function findProgram(command) {
  if (!/^[a-z-]+$/.test(command)) return undefined;
  const candidates = FOLDERS.flatMap((folder) => [`${folder}/${command}.js`, `${folder}/${command}.cli.js`]);
  return candidates.map((path) => join(COMPILED, path)).find((path) => existsSync(path));
}
