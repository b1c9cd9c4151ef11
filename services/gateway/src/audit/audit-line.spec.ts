import { describe, expect, it } from '@jest/globals';
import { firstBroken, NO_HASH, sealOf, type AuditLine } from './audit-line.js';

function chain(length: number): AuditLine[] {
  const lines: AuditLine[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const previousHash = lines.at(-1)?.hash ?? NO_HASH;
    const act = { subdistrictId: 'zx', actorId: 'zx-admin', actorRole: 'admin', action: 'user.changed' };
    const line = {
      ...act,
      sequence,
      subjectId: `u${sequence}`,
      details: { n: sequence },
      at: new Date(0),
      previousHash,
    };
    lines.push({ ...line, hash: sealOf(line) });
  }
  return lines;
}

describe('the chain of the audit', () => {
  it('is whole as it was written, also when it is read in parts', () => {
    const lines = chain(5);
    expect(firstBroken(lines)).toBeUndefined();
    expect(firstBroken(lines.slice(2), lines[1])).toBeUndefined();
  });

  it.each<[string, (lines: AuditLine[]) => unknown, number]>([
    ['a line that was changed', (lines) => (lines[2]!.details = { n: 99 }), 3],
    ['a line that was taken out', (lines) => lines.splice(1, 1), 3],
    ['a first line that was taken out', (lines) => lines.shift(), 2],
    [
      'a line that was sealed anew',
      (lines) => {
        const line = { ...lines[1]!, actorId: 'somebody' };
        lines[1] = { ...line, hash: sealOf(line) };
      },
      3,
    ],
  ])('shows %s', (_what, change, at) => {
    const lines = chain(5);
    change(lines);
    expect(firstBroken(lines)).toBe(at);
  });
});
