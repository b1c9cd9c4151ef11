import { describe, expect, it } from '@jest/globals';
import { bodyOf, missingFields } from '../actions/action-form.js';
import { VIEWS } from './activity-views.js';

const [donation] = VIEWS.donations.actions;
const [micro] = VIEWS.micro.actions;
const [attendance] = VIEWS.held.steps;

describe('what is written down of visits and activities', () => {
  it('is money in fen, typed in yuan', () => {
    const typed = { kind: 'money', campaign: '抗洪', valueYuan: 120, on: '2026-11-27', goods: '' };
    expect(bodyOf(donation.form, typed)).toEqual({
      ...{ kind: 'money', campaign: '抗洪', valueFen: 12_000, on: '2026-11-27' },
    });
  });

  it('asks of each kind of small activity what that kind must tell', () => {
    const typed = { kind: 'lecture', title: '民法典', heldOn: '2026-11-27', attendance: 35 };
    expect(missingFields(micro.form, typed)).toEqual(['speaker']);
    expect(missingFields(micro.form, { ...typed, kind: 'deliberation' })).toEqual(['parties', 'agreement']);
  });

  it('names nobody where nobody was named', () => {
    expect(bodyOf(attendance.form, { headCount: 60 })).toEqual({ headCount: 60, attendingMembers: [] });
  });
});
