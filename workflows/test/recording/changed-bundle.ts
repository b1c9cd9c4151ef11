import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';

const COMPILED = fileURLToPath(new URL('../../dist/', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

export interface Change {
  /** Compiled file to change, for example `whistle/whistle.workflow.js`. */
  file: string;
  edit: (code: string) => string;
}

/**
 * The bundle of a queue as it would be with a change in its code. The compiled code is changed in a folder of its own.
 * @throws Error if the change changed nothing: the code it is made for has moved
 */
export async function changedBundle(queue: string, { file, edit }: Change): Promise<WorkflowBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'hsl-changed-'));
  try {
    cpSync(COMPILED, folder, { recursive: true, filter: (path) => !path.startsWith(join(COMPILED, 'queues')) });
    const target = join(folder, file);
    const before = readFileSync(target, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${file} was not changed`);
    writeFileSync(target, after);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    return await bundleWorkflowCode({
      workflowsPath: join(folder, 'bundles', `${queue}.js`),
      logger: new DefaultLogger('ERROR'),
      webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, modules: [PACKAGES] } }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Has each decision of a process leave a memo before it is recorded: another command, so another history. */
export const MEMO_PER_DECISION: Change = inDecider('leaveMemo({ decided: true });');

/** The same change as it should be made: what a matter did without it, is replayed without it. */
export const PATCHED_MEMO: Change = inDecider("if (isPatched('memo-per-decision')) leaveMemo({ decided: true });");

/** After the rule has decided, before the owner records. */
const DECIDED = /if \(!decided\)\s+return this\.now;/;

function inDecider(statement: string): Change {
  const names = "import { patched as isPatched, upsertMemo as leaveMemo } from '@temporalio/workflow';";
  const insert = (code: string) => `${names}\n${code.replace(DECIDED, (found) => `${found}\n${statement}`)}`;
  return { file: 'flow/decider.js', edit: (code) => (DECIDED.test(code) ? insert(code) : code) };
}
