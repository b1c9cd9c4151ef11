import { describe, expect, it } from '@jest/globals';
import { bodyOf } from '../actions/action-form.js';
import { REPORT_FORMS, reportActions } from './report-action-forms.js';

const names = (...asked: Parameters<typeof reportActions>) => reportActions(...asked).map(({ name }) => name);

describe('a report of public opinion', () => {
  const waiting = { state: 'SUBMITTED', marks: [] } as const;
  const passedOn = { state: 'SUBMITTED', marks: ['referredToDistrict'] } as const;

  it('is passed on once by the subdistrict, and decided by the district once it is there', () => {
    expect(names(waiting, ['liaisonOfficer'])).toEqual(['opinionReport.forward']);
    expect(names(passedOn, ['deputyLeader'])).toEqual([]);
    expect([names(waiting, ['districtCommittee']), names(passedOn, ['districtCommittee'])]).toEqual([
      [],
      ['opinionReport.decide'],
    ]);
    expect(names({ state: 'ADOPTED', marks: ['referredToDistrict'] }, ['districtCommittee'])).toEqual([]);
  });

  it('is adopted or filed as the register reads it', () => {
    expect(bodyOf(REPORT_FORMS['opinionReport.decide']!, { isAdopted: 'false', reportRemark: '留存' })).toEqual({
      ...{ isAdopted: false, remark: '留存' },
    });
  });
});
