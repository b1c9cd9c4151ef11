import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import type { Whistle } from '../whistle/whistle-queries.js';
import { comparedRows } from './compare-rows.js';

const t = ((key: string) => key) as unknown as TFunction;
const named = (kind: string) => (id: string) => `${kind} ${id}`;
const NAMED = {
  ...{ category: named('category'), community: named('community') },
  ...{ estate: named('estate'), department: named('department') },
};
const whistle = (more: Partial<Whistle>): Whistle =>
  ({
    ...{ state: 'COORDINATING', grade: 'G3', level: 'blue', categoryCode: 'C1', communityId: 'ZX01' },
    ...{ facts: '车棚不够用', blownAt: '2026-11-27T01:00:00.000Z', departmentIds: [], ...more },
  }) as Whistle;

describe('two whistles side by side', () => {
  const rows = comparedRows(
    whistle({ place: '东门' }),
    whistle({ grade: 'G2', departmentIds: ['ZX-CGJ', 'ZX-XFD'] }),
    ...([NAMED, t, 'zh-CN'] as const),
  );
  const row = (name: string) => rows.find((one) => one.name === name);

  it('say where they differ, also where only one says something', () => {
    expect(row('grade')).toMatchObject({ one: 'grade.G3', other: 'grade.G2', isDifferent: true });
    expect(row('place')).toMatchObject({ one: '东门', other: '', isDifferent: true });
    expect(row('departments')?.other).toBe('department ZX-CGJ · department ZX-XFD');
    expect(row('facts')?.isDifferent).toBe(false);
  });

  it('leave out what neither says', () => {
    expect(row('estate')).toBeUndefined();
    expect(row('reporters')).toBeUndefined();
  });
});
