/**
 * `npm run doctor`: what this machine lacks to run the platform, and how to get it. Plain JavaScript without packages,
 * because it must work where nothing else does.
 */
import { examineMachine } from './doctor/machine.mjs';
import { examinePorts } from './doctor/platform-ports.mjs';
import { examinePrograms } from './doctor/programs.mjs';

/** @typedef {{ name: string, ok: boolean, found: string, advice?: string }} Finding */

const findings = [...examinePrograms(process.env), ...examineMachine(), ...(await examinePorts(process.env))];
const width = Math.max(...findings.map(({ name }) => name.length));
for (const { name, ok, found, advice } of findings) {
  console.log(`${ok ? '✔' : '✖'} ${name.padEnd(width)}  ${found}`);
  if (!ok && advice) console.log(`  ${' '.repeat(width)}  → ${advice}`);
}
const missing = findings.filter(({ ok }) => !ok).length;
console.log(missing === 0 ? '\nEverything is there: npm start' : `\n${missing} to be put right.`);
process.exitCode = missing === 0 ? 0 : 1;
