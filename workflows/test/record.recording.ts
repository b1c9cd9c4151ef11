import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATHS } from './paths.js';
import { installQuietRuntime } from './quiet-runtime.js';
import {
  fromText,
  HISTORIES,
  PATHS_FILE,
  PRESENT_VERSION,
  readHistories,
  toText,
  type History,
  type PathNotes,
} from './recording/history-file.js';
import { outlineOf } from './recording/outline.js';
import { playPath } from './recording/play-path.js';
import { replay } from './recording/replay.js';

/** `npm run histories` runs this file; it is no test and no test run takes it. `--replace` sets the variable. */
const isReplacing = process.env['HSL_REPLACE_HISTORIES'] === '1';
const folder = join(HISTORIES, PRESENT_VERSION);

describe(`histories of version ${PRESENT_VERSION}`, () => {
  const notes: PathNotes = {};
  const written = new Set<string>([PATHS_FILE]);

  beforeAll(async () => {
    installQuietRuntime();
    mkdirSync(folder, { recursive: true });
    // Histories that the present code does not replay are those of matters it would break, not stale files.
    const broken = isReplacing ? [] : await replay(readHistories(PRESENT_VERSION));
    if (broken.length === 0) return;
    const names = broken.map(({ file }) => file).join(', ');
    throw new Error(
      `${names}: not replayed any more. Put the change behind patched(), or, if ${PRESENT_VERSION} was never rolled out,` +
        ' run npm run histories -- --replace (docs/changing-a-workflow.md)',
    );
  });
  afterAll(() => {
    if (Object.keys(notes).length < PATHS.length) return;
    for (const { file } of readHistories(PRESENT_VERSION)) {
      const name = file.replace(`${PRESENT_VERSION}/`, '');
      if (!written.has(name)) rmSync(join(folder, name));
    }
    writeFileSync(join(folder, PATHS_FILE), `${JSON.stringify(notes, null, 1)}\n`);
  });

  it.each(PATHS)('$name', async (path) => {
    const { transitions, histories } = await playPath(path);
    for (const { file, workflowId, history } of histories) {
      const target = join(folder, file);
      written.add(file);
      if (!isReplacing && isUnchanged(target, history)) continue;
      writeFileSync(target, toText(workflowId, history));
    }
    notes[path.name] = { transitions, histories: histories.map(({ file }) => file) };
    expect(histories.length).toBeGreaterThan(0);
  });
});

/** The same happened: the file stays as it is, so that a difference in it means something. */
function isUnchanged(target: string, history: History): boolean {
  if (!existsSync(target)) return false;
  return outlineOf(fromText(readFileSync(target, 'utf8')).history) === outlineOf(history);
}
