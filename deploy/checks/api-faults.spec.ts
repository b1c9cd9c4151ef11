import { describe, expect, it } from '@jest/globals';
import { apiFaults, type ApiDocument } from './api-faults.js';

const refusals = { 404: { description: '' }, 422: { description: '' }, 503: { description: '' } };
const answer = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Lamp' } } } };
const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewLamp' } } } };
const sound = { summary: 'Hang a lamp', requestBody: body, responses: { 201: answer, ...refusals } };
const document = (operation: object, newLamp: object = { properties: { watt: {} }, example: { watt: 5 } }) =>
  ({
    paths: { '/api/lamps': { post: operation } },
    components: { schemas: { Lamp: {}, NewLamp: newLamp } },
  }) as unknown as ApiDocument;

describe('what an operation must say of itself', () => {
  it('is a summary, an example, an answer and its refusals', () => {
    expect(apiFaults(document(sound))).toEqual([]);
  });

  it.each([
    ['no summary', { ...sound, summary: undefined }],
    ['says nothing of what it answers', { ...sound, responses: { 201: { description: '' }, ...refusals } }],
    ['does not say 412', { ...sound, parameters: [{ name: 'If-Match' }] }],
    ['does not say 503', { ...sound, responses: { 201: answer, 404: {}, 422: {} } }],
  ])('%s', (fault, operation) => {
    expect(apiFaults(document(operation))).toEqual([`POST /api/lamps: ${fault}`]);
  });

  it('no example of its body, unless there is nothing to write', () => {
    expect(apiFaults(document(sound, { properties: { watt: {} } }))).toEqual([
      'POST /api/lamps: no example of NewLamp',
    ]);
    expect(apiFaults(document(sound, { properties: {} }))).toEqual([]);
  });
});
