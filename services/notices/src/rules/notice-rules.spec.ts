import { describe, expect, it } from '@jest/globals';
import { EVENT_CATALOGUE, type EventType } from '@hsl/contracts/events/event-types';
import { RUNG_EVENTS } from '@hsl/contracts/events/ladder-events';
import { NOTICE_KINDS } from '@hsl/contracts/notice-kinds';
import { STEPS } from '@hsl/contracts/steps';
import { LADDER_AUDIENCES } from '@hsl/domain/ladder-audiences';
import { NOTICED_EVENTS, NOTICE_RULES } from './notice-rules.js';

/** Read as the people who are told, and as the names of places and units in letters. */
const READ_OTHERWISE: readonly EventType[] = ['user.changed.v1', 'community.changed.v1', 'department.changed.v1'];

describe('the table of notice rules', () => {
  it('has a line for exactly the events whose catalogue entry names notices as a consumer', () => {
    const announced = Object.entries(EVENT_CATALOGUE)
      .filter(([, { consumers }]) => consumers.includes('notices'))
      .map(([type]) => type as EventType)
      .filter((type) => !READ_OTHERWISE.includes(type));
    expect(NOTICED_EVENTS.toSorted()).toEqual(announced.toSorted());
  });

  it('uses every kind of notice there are words for', () => {
    const used = new Set(Object.values(NOTICE_RULES).flatMap((rules) => rules.map(({ kind }) => kind)));
    expect([...used].toSorted()).toEqual([...NOTICE_KINDS].toSorted());
  });

  it('asks the ladder table for the events of the ladder and for late proposals, and for no other', () => {
    const asking = NOTICED_EVENTS.filter((type) => NOTICE_RULES[type].some(({ to }) => to === 'ladder'));
    expect(asking.toSorted()).toEqual([...RUNG_EVENTS, 'proposal.changed.v1'].toSorted());
  });

  it('tells somebody of every late step, at every rung but the cards of members, who get none', () => {
    const silent = STEPS.flatMap((step) =>
      RUNG_EVENTS.filter((event) => LADDER_AUDIENCES[step][event].length === 0).map((event) => `${step} ${event}`),
    );
    expect(silent).toEqual(RUNG_EVENTS.slice(1).map((event) => `checkIn ${event}`));
  });
});
