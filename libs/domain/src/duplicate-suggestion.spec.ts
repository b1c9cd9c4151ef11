import { describe, expect, it } from '@jest/globals';
import type { WhistleState } from '@hsl/contracts/states';
import { DAY_MS } from './calendar-day.js';
import { SuggestionRule, type KnownMatter } from './duplicate-suggestion.js';

const NOW = Date.UTC(2026, 10, 23, 1);
const daysAgo = (days: number): number => NOW - days * DAY_MS;
const REPORT = {
  ...{ categoryCode: 'C1', communityId: 'ZX04', estateId: 'ZX-E02', blownAt: NOW },
  facts: '2号楼楼道里电动车充电，飞线很危险',
};
const known = (rest: Partial<KnownMatter>): KnownMatter => ({
  ...{ ...REPORT, facts: '绿化带没人浇水', state: 'ASSIGNING', blownAt: daysAgo(3) },
  ...rest,
});
const of = (rest: Partial<KnownMatter>, report: object = {}) =>
  new SuggestionRule({ ...REPORT, ...report }, 90).of(known(rest));
const SAME_TEXT = { facts: '居民在二号楼楼梯间给电瓶车充电，私拉电线' };

describe('what is suggested beside a report', () => {
  it('shows an open matter of the same category and estate for thirty days', () => {
    expect(of({})).toMatchObject({ kind: 'duplicate', reasons: ['sameCategoryAndEstate'] });
    expect(of({ blownAt: daysAgo(30) })).toBeDefined();
    expect(of({ blownAt: daysAgo(31) })).toBeUndefined();
    expect(of({ categoryCode: 'D1' })).toBeUndefined();
  });

  it('shows an open matter of a similar text, also of another category and after thirty days', () => {
    const shown = of({ ...SAME_TEXT, categoryCode: 'B2', blownAt: daysAgo(200) });
    expect(shown).toMatchObject({ kind: 'duplicate', reasons: ['similarText'] });
    expect(shown!.score).toBeGreaterThanOrEqual(0.8);
    expect(of(SAME_TEXT)!.reasons).toEqual(['sameCategoryAndEstate', 'similarText']);
  });

  it('calls a concluded matter a repeat, for ninety days', () => {
    const ended = (days: number, state: WhistleState = 'CONCLUDED') =>
      of({ state, concludedAt: daysAgo(days), blownAt: daysAgo(days + 20) });
    expect(ended(40)).toMatchObject({ kind: 'repeat', reasons: ['sameCategoryAndEstate'] });
    expect(ended(90, 'ARCHIVED')?.kind).toBe('repeat');
    expect(ended(91)).toBeUndefined();
  });

  it.each<WhistleState>(['MERGED', 'NOT_ACCEPTED', 'WITHDRAWN'])('leaves out what is %s', (state) => {
    expect(of({ ...SAME_TEXT, state, concludedAt: daysAgo(1) })).toBeUndefined();
  });

  it('takes the written place where there is no estate', () => {
    const there = { estateId: undefined, place: '建设街菜市场东门' };
    expect(of({ ...there, place: '建设街 菜市场（东门）' }, there)?.reasons).toEqual(['sameCategoryAndPlace']);
    expect(of({ ...there, place: '建设街菜市场西门' }, there)).toBeUndefined();
  });

  it('does not take the same words about another estate or community for the same matter', () => {
    expect(of({ facts: REPORT.facts, estateId: 'ZX-E03' })).toBeUndefined();
    expect(
      of({ facts: REPORT.facts, communityId: 'ZX05', estateId: undefined }, { estateId: undefined }),
    ).toBeUndefined();
  });

  it('crosses to another community along a street that both name, within the category', () => {
    const street = { estateId: undefined, place: '建设街与中兴路路口', facts: '路灯不亮，晚上一片漆黑' };
    const next = { ...street, communityId: 'ZX05' };
    expect(of(next, street)).toMatchObject({ kind: 'duplicate', reasons: ['similarText'] });
    expect(of({ ...next, categoryCode: 'D2' }, street)).toBeUndefined();
    expect(of({ ...next, place: '东门' }, { ...street, place: '东门' })).toBeUndefined();
  });
});
