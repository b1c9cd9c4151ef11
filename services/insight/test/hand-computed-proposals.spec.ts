import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@hsl/contracts/event';
import { eventOf } from '@hsl/testing/facts';
import { figureOf } from './counted-facts.js';
import { HOUR, MONDAY } from './told.js';

/** A proposal told change by change; its reply is due a day after Monday morning. */
function proposal(...changes: readonly [change: string, more?: object][]): CloudEvent[] {
  const proposalId = randomUUID();
  const about = {
    proposalId,
    state: 'ASSIGNED',
    submittedBy: 'u',
    supportingDepartmentIds: [],
    dueAt: MONDAY + 24 * HOUR,
  };
  return changes.map(([change, more], index) =>
    eventOf('proposal.changed.v1', { ...about, change, version: index + 1, at: MONDAY, ...more } as never),
  );
}

const replied = (replyClass: string, at = MONDAY + HOUR): [string, object] => [
  'replied',
  { state: 'REPLIED', replyClass, at },
];
const rated = (rating: string): [string, object] => ['rated', { state: 'RATED', rating }];

describe('figures of proposals', () => {
  it('[I9] counts replies on time among those due', () => {
    const events = [
      ...proposal(['assigned'], replied('A')),
      ...proposal(['assigned'], replied('A', MONDAY + 25 * HOUR)),
      ...proposal(['assigned']),
      ...proposal(['assigned'], ['withdrawn', { state: 'WITHDRAWN' }]),
    ];
    expect(figureOf('I9', events)).toMatchObject({ value: 33.33, n: 3, numerator: 1 });
  });

  it('[I10] counts a meeting only if it was recorded before the reply', () => {
    const met: [string, object] = ['met', { state: 'MET' }];
    const events = [...proposal(['assigned'], met, replied('A')), ...proposal(['assigned'], replied('A'), met)];
    expect(figureOf('I10', events)).toMatchObject({ value: 50, n: 2 });
  });

  it('[I11] counts content authors among the forms returned, with the return rate beside it', () => {
    const events = ['satisfied', 'basic', 'dissatisfied', 'unreturned'].flatMap((rating) =>
      proposal(['assigned'], replied('A'), rated(rating)),
    );
    expect(figureOf('I11', events)).toMatchObject({ value: 66.67, n: 3 });
    expect(figureOf('I11.returned', events)).toMatchObject({ value: 75, n: 4 });
  });

  it('[I12] tells the share of each class of replies, and the promises kept on their date', () => {
    const events = ['A', 'A', 'B', 'D'].flatMap((letter) => proposal(['assigned'], replied(letter)));
    expect(['A', 'B', 'C', 'D'].map((letter) => figureOf(`I12.${letter}`, events).value)).toEqual([50, 25, 0, 25]);
    const owing: [string, object] = ['carriedOver', { state: 'CARRIED_OVER' }];
    const settled = (replyClass: string, at: number): [string, object] => [
      'supplemented',
      { state: 'CLOSED', replyClass, at },
    ];
    const promises = [
      ...proposal(['assigned'], replied('B'), owing, settled('A', MONDAY + 20 * HOUR)),
      ...proposal(['assigned'], replied('B'), owing, settled('A', MONDAY + 25 * HOUR)),
      ...proposal(['assigned'], replied('B'), owing, settled('C', MONDAY + 20 * HOUR)),
      ...proposal(['assigned'], replied('B'), owing),
      ...proposal(['assigned'], replied('A')),
    ];
    expect(figureOf('I12.promises', promises)).toMatchObject({ value: 25, n: 4 });
  });
});
