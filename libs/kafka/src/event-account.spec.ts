import { describe, expect, it } from '@jest/globals';
import { EVENT_CATALOGUE } from '@hsl/contracts/events/event-types';
import { eventAccount } from './event-account.js';

const heardBy = (service: string): string[] =>
  Object.entries(EVENT_CATALOGUE).flatMap(([type, { consumers }]) => (consumers.includes(service) ? [type] : []));
const TOPICS = ['hsl.whistles', 'hsl.members', 'hsl.topics', 'hsl.departments', 'hsl.access'];

describe('events a service hears', () => {
  it('are those the catalogue says it hears', () => {
    expect(heardBy('members').length).toBeGreaterThan(0);
    expect(eventAccount('members', heardBy('members'), TOPICS)).toEqual([]);
  });

  it('are missed by name', () => {
    const [first, ...rest] = heardBy('members');
    expect(eventAccount('members', rest, TOPICS)).toEqual([`${first} has no handler`]);
  });

  it('are not more than it said', () => {
    const handled = [...heardBy('members'), 'ruleSet.published.v1'];
    expect(eventAccount('members', handled, TOPICS)).toEqual(['ruleSet.published.v1 is not said to be consumed here']);
  });

  it('are nobody else’s business', () => {
    expect(eventAccount('a_spec', ['user.changed.v1'], [])).toEqual([]);
  });

  it('come by topics it reads, every one of them', () => {
    const faults = eventAccount('members', heardBy('members'), ['hsl.members']);
    expect(faults).toContain('category.changed.v1 also comes by hsl.topics, which is not read');
  });
});
