import { describe, expect, it } from '@jest/globals';
import { WHISTLE_STATES, OUTCOMES, type WhistleState } from '@hsl/contracts/states';
import { trackedSteps } from './tracked-steps.js';
import { standingWords } from './tracking-words.js';

/** Words of the house, with grades and cards: no resident should have to learn them. */
const HOUSE_TERMS = /哨|派单|签收|挂账|台账|核查|回访|黄牌|红牌|G[1-4]|whistle|dispatch|ledger|card/i;
const reached = (...states: WhistleState[]) => states.map((state, index) => ({ state, at: index * 60_000 }));
const of = (state: WhistleState, ...before: WhistleState[]) =>
  trackedSteps(state, reached(...before, state), 'en').map(({ name, status }) => `${name} ${status}`);

describe('the stations a resident reads', () => {
  it('are those gone through, the present one and those to come', () => {
    expect(of('COORDINATING', 'BLOWN', 'ACCEPTED', 'ASSIGNING', 'CHECKED_IN', 'DELIBERATING')).toEqual([
      ...['received done', 'accepted done', 'talked done', 'handled now', 'asked next', 'watched next'],
    ]);
  });

  it('leave out a session that was not needed', () => {
    expect(of('COORDINATING', 'BLOWN', 'ACCEPTED', 'CHECKED_IN')).not.toContain('talked done');
    expect(of('ACCEPTED', 'BLOWN')).toContain('talked next');
  });

  it('go back when it is handled once more, and keep the day they were first come to', () => {
    const again = trackedSteps('COORDINATING', reached('BLOWN', 'COORDINATING', 'REVISITING', 'COORDINATING'), 'zh-CN');
    expect(again.map(({ name, status, at }) => [name, status, at])).toEqual([
      ['received', 'done', '1970-01-01T00:00:00.000Z'],
      ['handled', 'now', '1970-01-01T00:01:00.000Z'],
      ['asked', 'next', undefined],
      ['watched', 'next', undefined],
    ]);
  });

  it('end where the matter ended', () => {
    expect(of('NOT_ACCEPTED', 'BLOWN')).toEqual(['received done']);
    expect(of('ARCHIVED', 'BLOWN', 'COORDINATING', 'REVISITING', 'CONCLUDED').at(-1)).toBe('watched done');
  });
});

describe('the words of a matter for its residents', () => {
  it('exist for every state and outcome in both languages, without a term of the house', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const sentences = WHISTLE_STATES.flatMap((state) => [
        standingWords({ state }, locale),
        ...trackedSteps(state, reached(state), locale).map(({ words }) => words),
        ...OUTCOMES.map((outcome) => standingWords({ state, outcome }, locale)),
      ]);
      for (const sentence of sentences) {
        expect(sentence.length).toBeGreaterThan(1);
        expect(sentence).not.toMatch(HOUSE_TERMS);
      }
    }
  });

  it('name the unit that leads', () => {
    expect(standingWords({ state: 'COORDINATING', lead: '城管局' }, 'zh-CN')).toBe('城管局牵头，正在办理。');
  });
});
