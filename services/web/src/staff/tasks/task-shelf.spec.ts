import { describe, expect, it } from '@jest/globals';
import { shelfOf } from './task-shelf.js';

const department = { id: 'ZX-CGJ' };
const own = { kind: 'department', id: 'ZX-CGJ' };
const liaison = { kind: 'role', id: 'liaisonOfficer' };

describe('a task in the box of its unit', () => {
  it('is owed, waits for somebody else, or is over', () => {
    expect(shelfOf({ state: 'IN_PROGRESS', department, waitingFor: [own] })).toBe('mine');
    expect(shelfOf({ state: 'RETURN_REQUESTED', department, waitingFor: [liaison] })).toBe('others');
    expect(shelfOf({ state: 'FEEDBACK_SUBMITTED', department, waitingFor: [] })).toBe('others');
    expect(shelfOf({ state: 'VERIFIED', department, waitingFor: [] })).toBe('done');
  });
});
