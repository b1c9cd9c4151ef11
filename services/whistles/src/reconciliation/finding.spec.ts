import { describe, expect, it } from '@jest/globals';
import type { Asked } from '@hsl/temporal/running-processes';
import { findingOf, maySimplyStart } from './finding.js';

const blown = { id: 'w', state: 'BLOWN', version: 1, reopenedAt: null };
const running = (state: string, version: number): Asked => ({ status: 'running', view: { state, version } });

describe('a row beside its workflow', () => {
  it.each([
    ['an open one that runs', blown, running('BLOWN', 1), undefined],
    ['one that runs elsewhere', blown, running('ACCEPTED', 2), 'differs'],
    ['one that the server does not know', blown, { status: 'unknown' }, 'neverStarted'],
    ['one that was terminated', blown, { ...running('BLOWN', 1), status: 'broken' }, 'closed'],
    ['one that nobody answers for', blown, { status: 'running' }, 'unanswered'],
    [
      'a declined one that waits for an objection',
      { ...blown, state: 'NOT_ACCEPTED' },
      running('NOT_ACCEPTED', 1),
      undefined,
    ],
    ['an ended one that runs on', { ...blown, state: 'WITHDRAWN' }, running('BLOWN', 1), 'endedButRuns'],
    ['an ended one that the follow-up counts on', { ...blown, state: 'ARCHIVED' }, { status: 'completed' }, undefined],
  ] as const)('%s', (_what, row, asked, kind) => {
    expect(findingOf(row, asked)?.kind).toBe(kind);
  });

  it('is found on the ledger once its entry has ended, and nothing else is wrong with it', () => {
    const ledgered = { ...blown, state: 'LEDGERED', version: 9 };
    const found = (asked: Asked) => findingOf(ledgered, asked, { hasEntry: false })?.kind;
    expect(found(running('LEDGERED', 9))).toBe('entryEnded');
    expect(found(running('VERIFYING', 10))).toBe('differs');
    expect(found({ ...running('LEDGERED', 9), status: 'broken' })).toBe('closed');
    expect(findingOf(ledgered, running('LEDGERED', 9))).toBeUndefined();
  });

  it('is started again only where nothing had been decided, or where it was reopened', () => {
    const may = (row: object, asked: Asked) => {
      const whole = { ...blown, ...row };
      return maySimplyStart(whole, findingOf(whole, asked)!, asked);
    };
    const broken = (version: number, state = 'BLOWN'): Asked => ({ status: 'broken', view: { state, version } });
    expect(may({}, { status: 'unknown' })).toBe(true);
    expect(may({}, broken(1))).toBe(true);
    expect(may({ version: 2 }, broken(2))).toBe(false);
    expect(may({}, broken(4, 'ASSIGNING'))).toBe(false);
    expect(may({}, { status: 'completed', view: { state: 'BLOWN', version: 1 } })).toBe(false);
    expect(may({ state: 'VERIFYING', version: 9, reopenedAt: new Date(0) }, { status: 'unknown' })).toBe(true);
  });
});
