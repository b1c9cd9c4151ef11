import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@hsl/access/actor';
import { z } from 'zod';
import { born, collected, ownerOf, stepped } from './register-decisions.js';
import type { Register, RegisterStep } from './register.js';

const AT = Date.UTC(2021, 5, 1, 2);
const sign: RegisterStep = {
  ...{ name: 'sign', path: 'signatures', summary: 'Sign', from: ['OPEN'], to: 'OPEN', body: z.strictObject({}) },
  collects: { into: 'signedBy', by: 'person' },
};
const close: RegisterStep = {
  ...{ name: 'close', path: 'closing', summary: 'Close', from: ['OPEN'], to: 'CLOSED', body: z.strictObject({}) },
  marks: ['published'],
};
const petition: Register = {
  ...{ name: 'petition', path: 'petitions', tag: 'papers', summary: 'Petitions', reading: [], filters: [], refs: {} },
  birth: {
    ...{ name: 'record', state: 'OPEN', summary: 'Record', body: z.strictObject({ text: z.string() }) },
    derive: ({ text }) => ({ length: String(text).length }),
  },
  steps: [sign, close],
};
const happening = (userId: string) => ({
  ...{ service: 'topics', register: petition, by: { userId, role: 'member' as const }, at: AT },
});
const nobody = { communityId: null, departmentId: null, memberId: null };
const first = born(
  happening('u1'),
  { ...nobody, memberId: 'M1' },
  { id: 'e1', subdistrictId: 'zx', body: { text: '路灯' } },
);

describe('an entry of a register', () => {
  it('is born with what was written and what follows from it', () => {
    expect(first.entry).toMatchObject({
      version: 1,
      state: 'OPEN',
      facts: { text: '路灯', length: 2 },
      memberId: 'M1',
    });
    expect(first.decision).toMatchObject({ insert: true, table: 'register_entry', decisionId: 'petition/e1#1' });
  });

  it('tells others who and what by ids and codes, and keeps the words', () => {
    expect(first.decision.events).toEqual([
      {
        ...{ type: 'register.recorded.v1', subject: 'e1' },
        data: {
          ...{ entryId: 'e1', register: 'petition', step: 'record', state: 'OPEN', memberId: 'M1', actedBy: 'u1' },
          at: AT,
        },
      },
    ]);
  });

  it('collects the answers of many, the last of each', () => {
    const second = stepped(happening('u2'), sign, first.entry, { note: 'a' }).entry;
    const third = stepped(happening('u3'), sign, second, {}).entry;
    const fourth = stepped(happening('u2'), sign, third, { note: 'b' }).entry;
    expect(collected(fourth, sign.collects!)).toMatchObject({ u2: { note: 'b', by: 'u2' }, u3: { by: 'u3' } });
    expect([fourth.version, fourth.state, fourth.facts['text']]).toEqual([4, 'OPEN', '路灯']);
  });

  it('keeps its marks, each once', () => {
    const closed = stepped(happening('u2'), close, { ...first.entry, marks: ['published'] }, {}).entry;
    expect([closed.state, closed.marks]).toEqual(['CLOSED', ['published']]);
  });

  it('is decided anew by each person, so that two at once are two', () => {
    const [one, other] = ['u2', 'u3'].map((who) => stepped(happening(who), close, first.entry, {}).decision.decisionId);
    expect(one).not.toBe(other);
  });
});

describe('whose entry it is', () => {
  const actor: Actor = { userId: 'u1', subdistrictId: 'zx', posts: [{ role: 'member', memberId: 'M1' }] };

  it('says the writer, else the post in which it is written', () => {
    expect(ownerOf(actor, { communityId: 'C1' })).toEqual({ communityId: 'C1', departmentId: null, memberId: 'M1' });
    expect(ownerOf(actor, { memberId: 'M2' }).memberId).toBe('M2');
  });
});
