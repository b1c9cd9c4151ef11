import { describe, expect, it } from '@jest/globals';
import type { Session } from '@hsl/contracts/schemas/sessions';
import type { Sitting } from '@hsl/contracts/schemas/sittings';
import { STAFF_WORDS } from '../../words/staff.words.js';
import { bodyOf, missingFields } from '../actions/action-form.js';
import type { ActionTable } from '../actions/sort-actions.js';
import { BOOKING } from '../calendar/booking-forms.js';
import { PROPOSAL_ACTIONS } from '../proposals/proposal-action-forms.js';
import { SESSION_ACTIONS, sessionActions } from '../sessions/session-action-forms.js';
import type { Presence } from '../sessions/use-presence.js';
import { NEW_TOPIC, topicTable } from '../topics/topic-action-forms.js';

const TABLES: readonly ActionTable[] = [BOOKING, SESSION_ACTIONS, PROPOSAL_ACTIONS, NEW_TOPIC, topicTable('any')];
const form = ({ forms }: ActionTable, name: string) => forms[name]!;

describe('the forms of the consultation', () => {
  it('have words for every action, every field and every code', () => {
    const wanted = TABLES.flatMap(({ forms }) =>
      Object.entries(forms).flatMap(([name, { fields }]) => [
        `do.${name}`,
        ...fields.map(({ name: field, label }) => label ?? `field.${field}`),
        ...fields.flatMap(({ name: field, codes = [], words = `field.${field}` }) =>
          codes.map((code) => `${words}.${code}`),
        ),
      ]),
    );
    expect(wanted.filter((key) => !(key in STAFF_WORDS))).toEqual([]);
  });

  it('do not conclude a session without its problem, nor without what follows from no consensus', () => {
    const close = form(SESSION_ACTIONS, 'session.close');
    expect(missingFields(close, { outcome: 'consensus', consensus: '北侧建棚' })).toEqual(['problem']);
    expect(missingFields(close, { outcome: 'none', problem: '停车难' })).toEqual(['nextStep']);
    expect(missingFields(close, { outcome: 'partial', problem: '停车难', consensus: '先划线' })).toEqual([]);
  });

  it('send what the service reads: who is invited, a refused filing with its reason', () => {
    const invite = { seat: 'resident', who: 'resident', residentName: '王建国', memberId: 'ZX-M01' };
    expect(bodyOf(form(SESSION_ACTIONS, 'session.invite'), invite)).toEqual({
      ...{ seat: 'resident', residentName: '王建国' },
    });
    const file = form(PROPOSAL_ACTIONS, 'proposal.file');
    expect(bodyOf(file, { isFiled: 'true', text: '之前写的' })).toEqual({ isFiled: true });
    expect(bodyOf(file, { isFiled: 'false', text: '不属街道' })).toEqual({ isFiled: false, text: '不属街道' });
  });
});

describe('the steps of a session', () => {
  const session = (names: readonly string[], more: Partial<Session> = {}) =>
    ({
      purpose: 'dispatch',
      state: 'CONVENED',
      minutes: [],
      ...more,
      actions: names.map(allowed),
    }) as unknown as Session;
  const allowed = (name: string) => ({ name, allowed: true });
  const names = (of: Session, sitting: object | undefined, presence: Presence = 'none'): string[] =>
    sessionActions({ session: of, sitting: sitting as Sitting | undefined, presence }).map(({ name }) => name);

  it('begin with its arrangement: nobody is invited to what has no time', () => {
    const rights = ['session.convene', 'session.invite'];
    expect(names(session(rights), undefined)).toEqual(['session.plan']);
    expect(names(session(rights), { mode: 'onSite' })).toContain('session.invite');
  });

  it('put a question to the vote online only, and ask nobody twice to sign in', () => {
    const rights = ['session.recordMinutes', 'session.signIn'];
    expect(names(session(rights), { mode: 'online' })).toEqual([
      ...['session.putMotion', 'session.countHeads', 'session.signIn'],
    ]);
    expect(names(session(rights), { mode: 'onSite' }, 'here')).toEqual(['session.countHeads']);
  });
});
