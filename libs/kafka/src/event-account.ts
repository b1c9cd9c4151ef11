import { EVENT_CATALOGUE, type EventType } from '@hsl/contracts/events/event-types';
import { findOwnTopic } from './topics.js';

/**
 * Where a service and the catalogue of events say different things: an event nobody said it hears, one it should hear and
 * does not, or one that is published where it does not
 * listen (what it publishes itself it need not hear). Nothing if all is accounted for.
 * A service that no event names, as a spec's, is left alone.
 * @param topics Kafka topics the service reads
 */
export function eventAccount(service: string, handled: readonly string[], topics: readonly string[]): string[] {
  const types = Object.keys(EVENT_CATALOGUE) as EventType[];
  const named = types.some((type) => EVENT_CATALOGUE[type].consumers.includes(service));
  if (!named) return [];
  const expected = types.filter((type) => EVENT_CATALOGUE[type].consumers.includes(service));
  return [
    ...expected.filter((type) => !handled.includes(type)).map((type) => `${type} has no handler`),
    ...handled
      .filter((type) => !(expected as string[]).includes(type))
      .map((type) => `${type} is not said to be consumed here`),
    ...expected
      .flatMap((type) => EVENT_CATALOGUE[type].topics.map((topic) => ({ type, topic })))
      .filter(({ topic }) => topic !== findOwnTopic(service) && !topics.includes(topic))
      .map(({ type, topic }) => `${type} also comes by ${topic}, which is not read`),
  ];
}
