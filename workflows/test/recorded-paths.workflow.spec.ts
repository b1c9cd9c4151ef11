import { PROPOSAL_TRANSITIONS } from '@hsl/domain/proposal-transitions';
import { WHISTLE_TRANSITIONS } from '@hsl/domain/whistle-transitions';
import { describe, expect, it } from '@jest/globals';
import { PATHS } from './paths.js';
import { PRESENT_VERSION, readHistories, readNotes, recordedVersions } from './recording/history-file.js';
import { proposalTransitionName } from './recording/proposal-transitions-taken.js';
import { transitionName } from './recording/transitions-taken.js';
import { UNRECORDED } from './recording/unrecorded-transitions.js';

describe('the recorded paths', () => {
  const notes = readNotes(PRESENT_VERSION);
  const taken = new Set(Object.values(notes).flatMap(({ transitions }) => transitions));
  const rows = WHISTLE_TRANSITIONS.map(({ from, action }) => transitionName(from, action));

  it('have histories of the present version, all of them; if not: npm run histories', () => {
    expect(recordedVersions().at(-1)).toBe(PRESENT_VERSION);
    const names = PATHS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(notes).sort()).toEqual(names.sort());
    const files = Object.values(notes).flatMap(({ histories }) =>
      histories.map((name) => `${PRESENT_VERSION}/${name}`),
    );
    expect(readHistories(PRESENT_VERSION).map(({ file }) => file)).toEqual(files.sort());
  });

  it('take every row of the life cycle, but for those that are listed with a reason', () => {
    const missing = rows.filter((row) => !taken.has(row) && !(row in UNRECORDED));
    expect(missing).toEqual([]);
  });

  it('take every row of the life cycle of proposals', () => {
    const all = PROPOSAL_TRANSITIONS.map(({ from, action }) => proposalTransitionName(from, action));
    expect(all.filter((row) => !taken.has(row))).toEqual([]);
  });

  it('list no row that a path takes, and none that the life cycle does not have', () => {
    expect(Object.keys(UNRECORDED).filter((row) => taken.has(row) || !rows.includes(row))).toEqual([]);
  });
});
