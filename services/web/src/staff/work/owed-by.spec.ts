import { describe, expect, it } from '@jest/globals';
import { capacitiesOf } from './owed-by.js';

describe('what is waited for from somebody', () => {
  it('is called by the member, by the department, or by the role', () => {
    expect(capacitiesOf([{ role: 'member', memberId: 'ZX-M01' }, { role: 'liaisonOfficer' }])).toEqual([
      { role: 'member', waitingFor: 'ZX-M01' },
      { role: 'liaisonOfficer', waitingFor: 'liaisonOfficer' },
    ]);
  });

  it('is nothing for those who keep users, keys and the audit', () => {
    expect(capacitiesOf([{ role: 'admin' }])).toEqual([]);
    expect(capacitiesOf([{ role: 'auditor' }])).toEqual([]);
  });

  it('is asked for once where two posts are of one department', () => {
    const posts = [
      { role: 'handler', departmentId: 'ZX-CGJ' },
      { role: 'head', departmentId: 'ZX-CGJ' },
    ] as const;
    expect(capacitiesOf(posts)).toEqual([{ role: 'handler', waitingFor: 'ZX-CGJ' }]);
  });
});
