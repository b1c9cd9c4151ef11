import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { PATHS } from './paths.js';
import { installQuietRuntime } from './quiet-runtime.js';
import { changedBundle, PATCHED_MEMO, MEMO_PER_DECISION, type Change } from './recording/changed-bundle.js';
import type { RecordedHistory } from './recording/history-file.js';
import { playPath } from './recording/play-path.js';
import { replay } from './recording/replay.js';

describe('a change of a workflow whose matters are open', () => {
  let recorded: RecordedHistory[];
  beforeAll(async () => {
    installQuietRuntime();
    const { histories } = await playPath(PATHS.find(({ name }) => name === 'failed-verification')!);
    recorded = histories.filter(({ file }) => file.includes('.whistle'));
  });

  const replayChanged = async (change: Change) =>
    replay(recorded, new Map([['whistles', await changedBundle('whistles', change)]]));

  it('that adds a command is caught by a replay, which names the history', async () => {
    const [failed] = await replayChanged(MEMO_PER_DECISION);
    expect(failed?.file).toBe('failed-verification.whistle.json');
    expect(failed?.error).toBeInstanceOf(DeterminismViolationError);
  });

  it('that drops a command is caught as well', async () => {
    const armedForEver = { file: 'flow/alarm.js', edit: (code: string) => code.replace('scope.cancel()', 'scope') };
    const [failed] = await replayChanged(armedForEver);
    expect(failed?.error).toBeInstanceOf(DeterminismViolationError);
  });

  it('that stands behind patched() passes', async () => {
    expect(await replayChanged(PATCHED_MEMO)).toEqual([]);
  });
});
