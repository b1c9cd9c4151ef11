import { beforeAll, describe, expect, it } from '@jest/globals';
import { installQuietRuntime } from './quiet-runtime.js';
import { readHistories, recordedVersions } from './recording/history-file.js';
import { replay } from './recording/replay.js';

describe('matters that were opened by an earlier version', () => {
  beforeAll(installQuietRuntime, 3 * 60_000);

  it(
    'go on under the present code: every recorded history of every version is replayed',
    async () => {
      const recorded = recordedVersions().flatMap(readHistories);
      const failed = await replay(recorded);
      // docs/changing-a-workflow.md says what to do about a line here.
      expect(failed.map(({ file, error }) => `${file}: ${error.message}`)).toEqual([]);
      expect(recorded.length).toBeGreaterThan(0);
    },
    3 * 60_000,
  );
});
