import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@hsl/contracts/event';
import { eventOf } from '@hsl/testing/facts';
import { figureOf } from './counted-facts.js';
import { accepted, all, HOUR, MONDAY } from './told.js';

const event = (type: Parameters<typeof eventOf>[0], data: object): CloudEvent =>
  eventOf(type, { at: MONDAY, ...data } as never);

/** A thematic session of these communities, with what became of it. */
function thematic(held: object, ...links: string[]): CloudEvent[] {
  const sessionId = randomUUID();
  const sitting = { sessionId, round: 1, communityIds: ['ZX01'], actedBy: 'u', isLast: true, outcome: 'consensus' };
  return [
    event('session.thematicHeld.v1', { ...sitting, attendance: 10, ...held }),
    ...links.map((kind) => event('session.linked.v1', { sessionId, kind, targetId: randomUUID() })),
  ];
}

/** A session on a matter of ZX03. */
const onMatter = (held: object): CloudEvent[] =>
  accepted().add(
    'session.held.v1',
    { communityId: 'ZX03', sessionId: randomUUID(), round: 1, isLast: true, at: MONDAY },
    held,
  ).events;

const decided = (register: string, state: string, step = 'decide'): CloudEvent =>
  event('register.changed.v1', { entryId: randomUUID(), register, step, state, communityId: 'ZX01', actedBy: 'u' });

const cover = (communityId: string, at: number, missingMembers: number): CloudEvent =>
  event(missingMembers > 0 ? 'coverage.breached.v1' : 'coverage.cured.v1', {
    ...{ communityId, missingMembers, missingGroups: 0, at },
  });

describe('the briefing of a site meeting', () => {
  it('[S7] [S67] [S69] [S71] counts who took part, each once, and what was resolved', () => {
    const came = accepted()
      .checkIn('checkIn.requested.v1', { memberId: 'ZX-M01' })
      .checkIn('checkIn.confirmed.v1', { memberId: 'ZX-M01' })
      .task('task.dispatched.v1')
      .task('task.feedbackSubmitted.v1', { state: 'FEEDBACK_SUBMITTED', onTime: true })
      .whistle('whistle.concluded.v1', { state: 'CONCLUDED', outcome: 'resolved', at: MONDAY + HOUR });
    const explained = accepted().whistle('whistle.concluded.v1', { state: 'CONCLUDED', outcome: 'explained' });
    const silent = accepted().checkIn('checkIn.requested.v1', { memberId: 'ZX-M09' });
    const present = {
      membersPresent: ['ZX-M01', 'ZX-M02'],
      expertsPresent: ['zx-expert-01'],
      departmentIds: ['ZX-ZJJ'],
    };
    const events = [
      ...all(came, explained, silent),
      ...thematic(present),
      ...onMatter({ memberIds: ['ZX-M02'], outcome: 'none' }),
    ];
    expect(figureOf('S67', events)).toMatchObject({ value: 3, n: 5 });
    expect(figureOf('S69', events)).toMatchObject({ value: 2, n: 2 });
    expect(figureOf('S71', events)).toMatchObject({ value: 1, n: 1 });
  });
});

describe('figures of deliberation', () => {
  it('[I19] tells sessions, participants, departments, consensus and conversion', () => {
    const events = [
      ...thematic({ departmentIds: ['ZX-CGJ', 'ZX-ZJJ'] }, 'proposal', 'task'),
      ...thematic({ attendance: 11, outcome: 'none', departmentIds: ['ZX-CGJ'] }),
      ...onMatter({ outcome: 'partial', attendance: 4, departmentIds: ['ZX-XFD'] }),
      ...onMatter({ outcome: 'none', isLast: false }),
    ];
    expect(figureOf('I19.sessions', events).value).toBe(4);
    expect(figureOf('I19.thematic', events).value).toBe(2);
    expect(figureOf('I19.participants', events)).toMatchObject({ value: 25, n: 3 });
    expect(figureOf('I19.departments', events)).toMatchObject({ value: 3, n: 4 });
    expect(figureOf('I19.consensus', events)).toMatchObject({ value: 33.33, n: 3 });
    expect(figureOf('I19.conversion', events)).toMatchObject({ value: 33.33, n: 3, numerator: 1 });
  });

  it('[I19] a sitting told twice over, by a process that died, counts once, as it was told last', () => {
    const held = { communityId: 'ZX03', sessionId: randomUUID(), round: 1, isLast: true, at: MONDAY };
    const { events } = accepted()
      .add('session.held.v1', held, { outcome: 'none', attendance: 4 })
      .add('session.held.v1', held, { outcome: 'consensus', attendance: 6 });
    expect(figureOf('I19.sessions', events).value).toBe(1);
    expect(figureOf('I19.participants', events)).toMatchObject({ value: 6, n: 1 });
    expect(figureOf('I19.consensus', events)).toMatchObject({ value: 100, n: 1 });
  });

  it('[I19] tells the suggestions adopted of those decided on', () => {
    const states = ['ADOPTED', 'NOT_ADOPTED', 'ADOPTED', 'ADOPTED'];
    const others = [decided('suggestion', 'SUBMITTED', 'amend')];
    const events = [...states.map((state) => decided('suggestion', state)), ...others];
    expect(figureOf('I19.adoption', events)).toMatchObject({ value: 75, n: 4 });
  });

  it('[I19] tells how many of the communities held a session, each once', () => {
    const events = [
      ...thematic({ communityIds: ['ZX01', 'ZX02'] }),
      ...thematic({ communityIds: ['ZX02'] }),
      ...onMatter({ outcome: 'none' }),
    ];
    const fourteen = { communities: 14 };
    expect(figureOf('I19.coverage', events, fourteen)).toMatchObject({ value: 21.43, numerator: 3, denominator: 14 });
    expect(figureOf('I19.coverage', [], fourteen)).toMatchObject({ value: 0, n: 14 });
  });

  it('[I19] tells how many communities satisfy 1+2+N; a gap counts once, however it changes', () => {
    const events = [
      ...[cover('ZX01', MONDAY, 2), cover('ZX01', MONDAY + HOUR, 1)],
      ...[cover('ZX02', MONDAY + HOUR, 0), cover('ZX02', MONDAY, 1)],
      ...[cover('ZX03', MONDAY, 1), cover('ZX03', MONDAY + HOUR, 0), cover('ZX03', MONDAY + 2 * HOUR, 2)],
    ];
    const told = figureOf('I19.compliance', events, { communities: 14 });
    expect(told).toMatchObject({ value: 85.71, numerator: 12, denominator: 14 });
  });
});
