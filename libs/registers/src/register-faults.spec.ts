import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { registerFaults } from './register-faults.js';
import type { Register } from './register.js';

const body = z.strictObject({ title: z.string() }).meta({ examples: [{ title: '路灯' }] });
const sound: Register = {
  ...{ name: 'donation', path: 'donations', tag: 'help', summary: 'Donations', reading: ['donation.read'] },
  birth: { name: 'record', state: 'RECORDED', summary: 'Record', body },
  ...{ steps: [], filters: ['title'], refs: {} },
};
const undo = {
  ...{ name: 'undo', ability: 'record', path: 'undoing', summary: 'Undo', from: ['RECORDED'], to: 'UNDONE' },
  body: z.strictObject({}),
};

describe('a definition of a register', () => {
  it('is sound', () => {
    expect(registerFaults({ ...sound, steps: [undo] })).toEqual([]);
  });

  it.each<[string, Partial<Register>]>([
    ['nobody has the ability donation.undo', { steps: [{ ...undo, ability: undefined }] }],
    ['nobody has the ability donation.look', { reading: ['donation.look'] }],
    ['no entry is born with colour', { filters: ['colour'] }],
    ['nobody writes communityId', { refs: { communityId: 'community' } }],
    ['nothing leads to LOST', { steps: [{ ...undo, from: ['LOST'] }] }],
    ['two steps are called undoing', { steps: [undo, undo] }],
    ['record has no example', { birth: { ...sound.birth, body: z.strictObject({ title: z.string() }) } }],
    [
      'the example of record is refused: title',
      { birth: { ...sound.birth, body: z.strictObject({ title: z.string() }).meta({ examples: [{}] }) } },
    ],
  ])('is told: %s', (fault, change) => {
    expect(registerFaults({ ...sound, ...change })).toEqual([fault]);
  });
});
