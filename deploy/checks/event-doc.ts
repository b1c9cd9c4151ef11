import { join } from 'node:path';
import { EVENT_CATALOGUE, type EventType } from '@hsl/contracts/events/event-types';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { ROOT } from './root.js';

const CONTRACTS = join(ROOT, 'libs', 'contracts');
const TYPES = Object.keys(EVENT_CATALOGUE) as EventType[];

/** JSON Schema of what each event carries, read from the types the services are compiled with. */
function payloads(): { of: Record<string, Schema>; shared: Record<string, Schema> } {
  const generator = createGenerator({
    path: join(CONTRACTS, 'src', 'events', 'event-types.ts'),
    tsconfig: join(CONTRACTS, 'tsconfig.json'),
    type: 'EventDataByType',
    skipTypeCheck: true,
  });
  const { definitions = {} } = generator.createSchema('EventDataByType');
  const { EventDataByType: all, ...shared } = definitions as Record<string, Schema>;
  return { of: (all!.properties ?? {}) as Record<string, Schema>, shared };
}

/** What every event carries around its data: CloudEvents 1.0 in structured JSON. */
const envelopeOf = (type: string, data: Schema): Schema => ({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'subdistrictid', 'sequence', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: 'Unique; an inbox remembers it so that an event takes effect once' },
    source: { type: 'string', description: '/hsl/<service>' },
    type: { const: type },
    subject: { type: 'string', description: 'The aggregate; also the key of the message' },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    subdistrictid: { type: 'string' },
    sequence: { type: 'integer', description: 'Rises per aggregate; guards the order' },
    traceparent: { type: 'string' },
    data,
  },
});

const DEFINITION = '#/definitions/';
/** Shared types stand among the components of the document. */
const placed = <T>(schema: T): T =>
  JSON.parse(JSON.stringify(schema).replaceAll(DEFINITION, '#/components/schemas/')) as T;

/** The events of the platform as AsyncAPI 3.0: who publishes what where, who hears it, what it carries. */
export function asyncApiDocument(): Record<string, unknown> {
  const { of, shared } = payloads();
  const channels = Object.entries(KAFKA_TOPICS).map(([owner, address]) => {
    const own = TYPES.filter((type) => EVENT_CATALOGUE[type].topics.includes(address));
    const messages = Object.fromEntries(own.map((type) => [type, { $ref: `#/components/messages/${type}` }]));
    return [owner, { address, messages }] as const;
  });
  const messages = TYPES.map((type) => {
    const { consumers } = EVENT_CATALOGUE[type];
    const heard = consumers.length === 0 ? 'Nobody acts on it yet.' : `Heard by ${consumers.join(', ')}.`;
    const payload = envelopeOf(type, of[type] ?? {});
    return [
      type,
      { name: type, contentType: 'application/json', summary: of[type]?.description, description: heard, payload },
    ];
  });
  const operations = channels.map(([owner]) => [
    `${owner}.publishes`,
    { action: 'send', channel: { $ref: `#/channels/${owner}` } },
  ]);
  return placed({
    asyncapi: '3.0.0',
    info: { title: 'haoshangliang', version: '1', description: 'Facts that the services tell each other over Kafka.' },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(channels),
    operations: Object.fromEntries(operations) as Record<string, unknown>,
    components: { messages: Object.fromEntries(messages) as Record<string, unknown>, schemas: shared },
  });
}
