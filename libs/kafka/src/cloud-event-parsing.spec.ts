import { describe, expect, it } from '@jest/globals';
import { parseCloudEvent } from './cloud-event-parsing.js';

const event = {
  specversion: '1.0',
  id: 'e-1',
  source: '/hsl/topics',
  type: 'topic.proposed.v1',
  subject: 't-1',
  time: '2026-03-01T00:00:00.000Z',
  datacontenttype: 'application/json',
  subdistrictid: 'zx',
  sequence: 100,
  data: { topicId: 't-1', categoryCode: 'A1', communityIds: [], at: 0 },
};
const without = (name: keyof typeof event): unknown => ({ ...event, [name]: undefined });

describe('a message', () => {
  it('that is an event is read as it is, also with fields added later', () => {
    const later = { ...event, dataschema: 'x', data: { ...event.data, added: 1 } };
    expect(parseCloudEvent(Buffer.from(JSON.stringify(later)))).toEqual(later);
  });

  it.each([
    ['no value', null],
    ['no JSON', Buffer.from('{')],
    ['an empty text', Buffer.from('')],
    ['null', Buffer.from('null')],
    ['a list', Buffer.from('[]')],
    ['another specversion', Buffer.from(JSON.stringify({ ...event, specversion: '0.3' }))],
    ['no type', Buffer.from(JSON.stringify(without('type')))],
    ['no tenant', Buffer.from(JSON.stringify(without('subdistrictid')))],
    ['an id that is no text', Buffer.from(JSON.stringify({ ...event, id: 7 }))],
    ['no sequence', Buffer.from(JSON.stringify(without('sequence')))],
    ['a broken sequence', Buffer.from(JSON.stringify({ ...event, sequence: 1.5 }))],
    ['no data', Buffer.from(JSON.stringify(without('data')))],
  ])('with %s is none', (_name, value) => {
    expect(() => parseCloudEvent(value)).toThrow();
  });
});
