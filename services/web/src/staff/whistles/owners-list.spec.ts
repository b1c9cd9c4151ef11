import { describe, expect, it } from '@jest/globals';
import { allOfOwner, likeTheLiveList, ownersQuery, type OwnersPage } from './owners-list.js';

const item = (number: string, more: object = {}) =>
  ({
    ...{ id: number, number, state: 'BLOWN', departmentIds: [], blownAt: '2026-11-27T01:00:00Z', overdue: false },
    waitingFor: [{ step: 'accept', kind: 'role', id: 'liaisonOfficer' }],
    ...more,
  }) as unknown as OwnersPage['items'][number];

describe('the list of the service that owns the matters, while the overview is away', () => {
  it('is asked for what it can be cut by, and for what is open where a step is waited for', () => {
    expect(ownersQuery({ step: 'accept' })?.toString()).toBe('open=true&limit=100');
    expect(ownersQuery({ state: 'REVISITING', overdue: undefined })?.toString()).toBe('state=REVISITING&limit=100');
  });

  it('stands for nothing that only the overview knows', () => {
    expect(ownersQuery({ card: 'red', open: 'true' })).toBeUndefined();
  });

  it('is cut by party and step of the same row, least time left first', () => {
    const items = [
      item('ZX-1', { dueAt: '2026-11-28T02:00:00Z' }),
      item('ZX-2'),
      item('ZX-3', { dueAt: '2026-11-28T01:00:00Z' }),
      item('ZX-4', { waitingFor: [{ step: 'feedback', kind: 'department', id: 'ZX-CGJ' }], departmentIds: ['ZX-CGJ'] }),
    ];
    const numbers = (filters: Record<string, string>) => likeTheLiveList(items, filters).map(({ number }) => number);
    expect(numbers({ step: 'accept', waitingFor: 'liaisonOfficer' })).toEqual(['ZX-3', 'ZX-1', 'ZX-2']);
    expect(numbers({ step: 'accept', waitingFor: 'ZX-CGJ' })).toEqual([]);
    expect(numbers({ department: 'ZX-CGJ' })).toEqual(['ZX-4']);
    expect(numbers({ waitingFor: 'nobody' })).toEqual([]);
  });

  it('is read to its end, and says so where it has none in reach', async () => {
    const two = await allOfOwner(new URLSearchParams(), (path) =>
      Promise.resolve({ items: [item(path)], ...(!path.includes('cursor') && { nextCursor: 'c1' }) }),
    );
    expect(two.items.map(({ number }) => number)).toEqual(['/api/whistles?', '/api/whistles?cursor=c1']);
    expect(two.isCut).toBe(false);
    const endless = await allOfOwner(new URLSearchParams(), () =>
      Promise.resolve({ items: [item('ZX-1')], nextCursor: 'c' }),
    );
    expect([endless.items.length, endless.isCut]).toEqual([5, true]);
  });
});
