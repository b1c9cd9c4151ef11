import { describe, expect, it } from '@jest/globals';
import { STAFF_WORDS } from '../../words/staff.words.js';
import { ledgerActions } from '../ledger/ledger-action-forms.js';
import { ORDER_FORMS } from '../orders/order-action-forms.js';
import { REPORT_FORMS } from '../referred/report-action-forms.js';
import { taskActions } from '../tasks/task-action-forms.js';

const entry = {
  milestones: [{ id: 'm', dueAt: '2026-12-31T10:00:00Z', state: 'PENDING' as const, slips: 0 }],
} as Parameters<typeof ledgerActions>[0];

describe('what a sheet asks', () => {
  it('is said in both languages: every action, every field, every code of a choice', () => {
    const forms = {
      ...taskActions({ others: [] }).forms,
      ...ledgerActions(entry).forms,
      ...ORDER_FORMS,
      ...REPORT_FORMS,
    };
    const wanted = Object.entries(forms).flatMap(([name, { fields }]) => [
      `do.${name}`,
      ...fields.flatMap(({ name: field, label = `field.${field}`, codes = [], words = `field.${field}` }) => [
        label,
        ...codes.map((code) => `${words}.${code}`),
      ]),
    ]);
    expect(wanted.filter((key) => STAFF_WORDS[key] === undefined)).toEqual([]);
  });
});
