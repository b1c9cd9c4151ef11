import { spawnSync } from 'node:child_process';
import { readComposeProject } from './compose-file.js';
import { COMPOSE_RULES } from './compose-rules.js';
import { ROOT } from './root.js';
import { runCommand } from './run-command.js';

// Keeps docker-compose.yml and the Dockerfile valid on machines that cannot run them. Exit code 1 if something is wrong.
const TIMEOUT_MS = 30_000;

function hasDockerCompose(): boolean {
  return spawnSync('docker', ['compose', 'version'], { timeout: TIMEOUT_MS }).status === 0;
}

/** Docker's own judgement, where there is a docker that can give one. */
async function dockerProblems(): Promise<string[]> {
  if (!hasDockerCompose()) return [];
  const { code, output } = await runCommand('docker', ['compose', 'config', '--quiet'], { timeoutMs: TIMEOUT_MS });
  return code === 0 ? [] : [output];
}

const project = readComposeProject(ROOT);
const problems = [...COMPOSE_RULES.flatMap((rule) => rule(project)), ...(await dockerProblems())];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
