import { describe, expect, it } from '@jest/globals';
import { unboundedLists, type ListedApi } from './list-bounds.js';

const query = (...names: string[]) => names.map((name) => ({ in: 'query', name }));
const answering = (schema: object) => ({ 200: { content: { 'application/json': { schema } } } });
const PAGE = { $ref: '#/components/schemas/LampPage' };
const document = (get: object): ListedApi =>
  ({
    paths: { '/api/lamps': { get }, '/api/lamps/{id}': { get: { responses: answering({ type: 'object' }) } } },
    components: { schemas: { LampPage: { type: 'object', properties: { items: { type: 'array' } } } } },
  }) as unknown as ListedApi;
const FAULT = ['GET /api/lamps has neither pages nor a bound'];

describe('lists', () => {
  it('have pages', () => {
    const get = { parameters: query('limit', 'cursor', 'room'), responses: answering(PAGE) };
    expect(unboundedLists(document(get), {})).toEqual([]);
  });

  it.each([
    ['no query', { responses: answering(PAGE) }],
    ['a limit alone', { parameters: query('limit'), responses: answering(PAGE) }],
    ['a bare array', { responses: answering({ type: 'array' }) }],
  ])('have a bound where there is %s', (_what, get) => {
    expect(unboundedLists(document(get), {})).toEqual(FAULT);
    expect(unboundedLists(document(get), { '/api/lamps': 'the lamps of a room' })).toEqual([]);
  });

  it('are named as bounded only while they are', () => {
    const get = { parameters: query('limit', 'cursor'), responses: answering(PAGE) };
    expect(unboundedLists(document(get), { '/api/lamps': 'the lamps of a room' })).toEqual([
      'GET /api/lamps is no list without pages',
    ]);
  });
});
