import { describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from './api-answers.js';
import { CASES, type DemoCase } from './cases.js';
import { missingRungs, outcomeOf } from './outcome.js';
import { rungsOf } from './rungs.js';

const named = (name: string): DemoCase => CASES.find((demo) => demo.name === name)!;
const punctual = named('K4-聂寨');
const late = named('迟办-金苑');

const line = (kind: string, details: Record<string, unknown> = {}): TimelineEntry => ({
  id: kind,
  at: '2026-11-23T09:00:00.000Z',
  kind,
  text: '',
  details,
});
const rung = (kind: string, step = 'acknowledge') => line(kind, { departmentId: 'YS-XFD', step });
const THREE_RUNGS = rungsOf(['step.reminded.v1', 'card.yellow.v1', 'card.red.v1'].map((kind) => rung(kind)));

describe('the rungs of a history', () => {
  it('are reminders and cards of departments, members and the whistle itself', () => {
    const member = line('step.reminded.v1', { memberId: 'YS-M09', step: 'checkIn' });
    expect(rungsOf([line('blown'), member, rung('card.red.v1'), line('yellowCard', { step: 'revisit' })])).toEqual([
      { kind: 'reminder', step: 'checkIn' },
      { kind: 'redCard', step: 'acknowledge', departmentId: 'YS-XFD' },
      { kind: 'yellowCard', step: 'revisit' },
    ]);
  });
});

describe('the outcome of a case', () => {
  it('is good if it was concluded on time', () => {
    expect(outcomeOf(punctual, 'YS-1', 'CONCLUDED', [])).toEqual({
      ...{ case: 'K4-聂寨', number: 'YS-1', state: 'CONCLUDED', ok: true, cards: [], reminders: [] },
    });
  });

  it('is bad if it stopped before', () => {
    expect(outcomeOf(punctual, 'YS-1', 'VERIFYING', [])).toMatchObject({
      ok: false,
      error: '应为 CONCLUDED，实为 VERIFYING',
    });
  });

  it('is bad if a department got a card that nobody expected; a card of another step is no department’s fault', () => {
    const card = rungsOf([rung('card.yellow.v1', 'feedback')]);
    expect(outcomeOf(punctual, 'YS-1', 'CONCLUDED', card)).toMatchObject({ ok: false, cards: card });
    expect(outcomeOf({ ...punctual, isDisturbed: true }, 'YS-1', 'CONCLUDED', card).ok).toBe(true);
    expect(outcomeOf(punctual, 'YS-1', 'CONCLUDED', rungsOf([line('yellowCard', { step: 'accept' })])).ok).toBe(true);
  });

  it('needs every rung of the case that is late on purpose', () => {
    expect(missingRungs(late.expected, THREE_RUNGS)).toEqual([]);
    expect(outcomeOf(late, 'YS-1', 'CONCLUDED', THREE_RUNGS)).toMatchObject({
      ok: true,
      cards: [{ kind: 'yellowCard' }, { kind: 'redCard' }],
      reminders: [{ kind: 'reminder' }],
    });
    expect(outcomeOf(late, 'YS-1', 'CONCLUDED', THREE_RUNGS.slice(0, 2))).toMatchObject({
      ok: false,
      error: '缺 acknowledge redCard',
    });
  });
});
