import { binary } from './root.js';
import { runCommand } from './run-command.js';
import { fail, pass, type Tally } from './tally.js';

/** Folders with code of ours; the import table is in .dependency-cruiser.cjs. */
const FOLDERS = ['libs', 'services', 'workflows', 'deploy'];
const OUR_TYPESCRIPT = /^(libs|services|workflows|deploy)\/.*\.tsx?$/;
const TIMEOUT_MS = 60_000;

export interface ForbiddenImport {
  rule: string;
  from: string;
  to: string;
}

/** The part of dependency-cruiser's JSON report that is read here. */
interface CruiseReport {
  modules: { source: string; dependencies: unknown[] }[];
  summary: {
    violations: { from: string; to: string; rule: { name: string; severity: string } }[];
  };
}

/**
 * Every import that the table forbids. `folder` is the project or a copy of it.
 * @throws Error when no module was seen: a parser that reads nothing finds nothing to complain about
 */
export async function findForbiddenImports(
  folder?: string,
): Promise<{ modules: number; forbidden: ForbiddenImport[] }> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS];
  const { stdout, output } = await runCommand(binary('depcruise'), args, { cwd: folder, timeoutMs: TIMEOUT_MS });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no report: ${output}`);
  const { modules, summary } = JSON.parse(stdout) as CruiseReport;
  // Without a TypeScript parser it would still list plain JavaScript; only TypeScript that was read counts as seen.
  const seen = modules.filter(({ source, dependencies }) => OUR_TYPESCRIPT.test(source) && dependencies.length > 0);
  if (seen.length === 0) throw new Error('dependency-cruiser saw 0 modules');
  const forbidden = summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }));
  return { modules: seen.length, forbidden };
}

/** The step of the gate. */
export async function checkBoundaries(): Promise<Tally> {
  const { modules, forbidden } = await findForbiddenImports();
  const note = `${modules} modules`;
  if (forbidden.length === 0) return pass(note);
  return fail(forbidden.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).join('\n'), note);
}
