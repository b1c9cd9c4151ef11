import { describe, expect, it } from '@jest/globals';
import type { Topic } from '../generated/prisma/client.js';
import { birthOf } from './topic-birth.js';
import { isStepOpen, moveAction, stepPatch, TOPIC_STEPS } from './topic-steps.js';

const { row: PROPOSED } = birthOf({
  ...{ id: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11', subdistrictId: 'zx', at: 1_000, title: '甲', problem: '乙' },
  ...{ scale: 'keyMinor', tier: 'neighbourhood', categoryCode: 'B2', communityIds: ['ZX01'] },
  proposedBy: { userId: 'zx-member-01', role: 'member' },
});
const at = (change: Partial<Topic>): Topic => ({ ...PROPOSED, ...change });

describe('the steps of a topic', () => {
  it('follow each other, and none is taken twice but the survey', () => {
    const open = (row: Topic) =>
      Object.values(TOPIC_STEPS)
        .filter((step) => isStepOpen(step, row))
        .map(({ change }) => change);
    expect(open(PROPOSED)).toEqual(['shortlist']);
    expect(open(at({ state: 'SHORTLISTED' }))).toEqual(['plan']);
    expect(open(at({ state: 'PLANNED' }))).toEqual(['survey']);
    expect(open(at({ state: 'SURVEYED' }))).toEqual(['survey', 'deliberate']);
    expect(open(at({ state: 'CONVERTED', consensus: 'consensus' }))).toEqual(['close']);
    expect(open(at({ state: 'CLOSED', consensus: 'consensus' }))).toEqual([]);
  });

  it('without result lead to a second deliberation and to no third', () => {
    const none = at({ state: 'DELIBERATED', consensus: 'none', deliberations: 1 });
    expect([isStepOpen(TOPIC_STEPS.deliberate, none), isStepOpen(TOPIC_STEPS.convert, none)]).toEqual([true, false]);
    expect(isStepOpen(TOPIC_STEPS.deliberate, { ...none, deliberations: 2 })).toBe(false);
    expect(isStepOpen(TOPIC_STEPS.close, { ...none, deliberations: 2 })).toBe(true);
  });

  it('with a partial result lead on, not back', () => {
    const partial = at({ state: 'DELIBERATED', consensus: 'partial', deliberations: 1 });
    expect([isStepOpen(TOPIC_STEPS.deliberate, partial), isStepOpen(TOPIC_STEPS.convert, partial)]).toEqual([
      ...[false, true],
    ]);
  });

  it('begin a phase with its date and person, and a failed topic breaks nothing through', () => {
    const solving = stepPatch(TOPIC_STEPS.plan, PROPOSED, { planYear: 2021, memberIds: [] }, 'zx-leader', 5);
    expect(solving).toMatchObject({ phase: 'solving', solvingAt: new Date(5), solvingBy: 'zx-leader', planYear: 2021 });
    const failed = at({ state: 'DELIBERATED', consensus: 'none' });
    const close = (outcome: 'resolved' | 'unresolved') => stepPatch(TOPIC_STEPS.close, failed, { outcome }, 'zx-l', 9);
    expect(close('unresolved')).toEqual({ state: 'CLOSED', outcome: 'unresolved' });
    expect(close('resolved')).toMatchObject({ phase: 'breakthrough', breakthroughAt: new Date(9) });
  });
});

describe('levels', () => {
  it('are neither skipped nor left for themselves', () => {
    expect(moveAction('community', 'subdistrict')).toBe('matter.escalate');
    expect(moveAction('district', 'subdistrict')).toBe('matter.handDown');
    expect(moveAction('community', 'district')).toBeUndefined();
    expect(moveAction('subdistrict', 'subdistrict')).toBeUndefined();
  });
});
