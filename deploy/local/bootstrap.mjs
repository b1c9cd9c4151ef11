/**
 * The one entry of all npm scripts: makes sure that everything is installed, generated, compiled and bundled, then runs
 * what was asked for. Plain JavaScript without packages, because on a fresh clone there is nothing else.
 *
 *   node deploy/local/bootstrap.mjs start [options]     deploy/dist/local/start.js
 *   node deploy/local/bootstrap.mjs run FILE [options]  any compiled file of the checkout
 */
import { isNodeNewEnough, OLDEST_NODE } from './bootstrap/node-version.mjs';

if (!isNodeNewEnough(process.versions.node)) {
  console.error(`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

const { runCommand } = await import('./bootstrap/command.mjs');
await runCommand(process.argv.slice(2));
