import { AnswerReferral } from '@hsl/contracts/schemas/referrals';
import { describe, expect, it } from '@jest/globals';
import { bodyOf, missingFields } from '../actions/action-form.js';
import { REFERRAL_FORMS } from './referral-forms.js';

describe('the district’s answer', () => {
  const form = REFERRAL_FORMS['matter.answerReferral']!;

  it('is words, as the service reads them', () => {
    const typed = { answer: '区督查室已约谈该单位。' };
    expect(AnswerReferral.parse(bodyOf(form, typed))).toEqual(typed);
    expect(missingFields(form, {})).toEqual(['answer']);
    expect(AnswerReferral.safeParse({ answer: '长'.repeat(form.fields[0]!.maxLength! + 1) }).success).toBe(false);
  });
});
