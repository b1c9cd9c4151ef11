import { describe, expect, it } from '@jest/globals';
import { hasOriginal, submissionExhibits, taskExhibits, whistleExhibits } from './exhibit.js';

const file = (id: string, more: object = {}) => ({
  ...{ id, name: `${id}.jpg`, mediaType: 'image/jpeg', bytes: 1, sha256: '', uploadedRole: 'handler' },
  ...{ uploadedAt: '2026-11-04T01:00:00.000Z', redacted: false, final: true },
  ...more,
});
const feedback = [
  {
    ...{ id: 'f', round: 1, summary: '已办好', submittedAt: '', submittedRole: 'handler', onTime: true },
    evidence: [
      { kind: 'before' as const, note: '原来', fileIds: ['a'] },
      { kind: 'after' as const, note: '现在', fileIds: ['b'] },
    ],
  },
];

describe('files as evidence', () => {
  it('of a unit stand where its feedback puts them, those of a visit in between, drafts nowhere', () => {
    const files = [file('a'), file('b'), file('visit', { uploadedRole: 'member' }), file('draft', { final: false })];
    const shown = taskExhibits({ id: 'task', unit: '城管局', feedback, files });
    expect(shown.map((one) => [one.file.id, one.stage, one.note])).toEqual([
      ['a', 'before', '原来'],
      ['b', 'after', '现在'],
      ['visit', 'during', undefined],
    ]);
    expect(shown[0]).toMatchObject({ unit: '城管局', address: '/api/department-tasks/task/files/a' });
  });

  it('of the matter itself stand by the time they were put there', () => {
    const history = [{ kind: 'dispatched', at: '2026-11-03T01:00:00.000Z' }];
    expect(whistleExhibits('/api/whistles/w/files', [file('a')], history)).toMatchObject([
      { stage: 'during', address: '/api/whistles/w/files/a' },
    ]);
  });

  it('of a resident show how it was; there is an original behind a covered photo, for who may look at it', () => {
    const files = [file('a', { redacted: true }), file('b')];
    const shown = (mayLook: boolean) =>
      submissionExhibits('/api/submissions/s/photos', files, { mayCover: false, mayLook });
    expect(shown(true)).toMatchObject([{ stage: 'before', address: '/api/submissions/s/photos/a' }, {}]);
    expect(shown(true).map(hasOriginal)).toEqual([true, false]);
    expect(shown(false).map(hasOriginal)).toEqual([false, false]);
    const ofTask = (mayLook: boolean) =>
      taskExhibits({ id: 't', unit: '城管局', feedback, files, rights: { mayCover: false, mayLook } }).map(hasOriginal);
    expect([ofTask(true), ofTask(false)]).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});
