import { describe, expect, it } from '@jest/globals';
import { capacitiesOf } from './owed-by.js';

describe('what is waited for from somebody', () => {
  it('is called by the member, by the department, or by the role', () => {
    expect(capacitiesOf([{ role: 'member', memberId: 'ZX-M01' }, { role: 'liaisonOfficer' }])).toEqual([
      { role: 'member', waitingFor: 'ZX-M01' },
      { role: 'liaisonOfficer', waitingFor: 'liaisonOfficer' },
    ]);
  });

  it('is nothing for those who keep users, keys and the audit, nor for who comes when invited', () => {
    for (const role of ['admin', 'auditor', 'expert'] as const) expect(capacitiesOf([{ role }])).toEqual([]);
  });

  it('is asked for once where two posts are of one department', () => {
    const posts = [
      { role: 'handler', departmentId: 'ZX-CGJ' },
      { role: 'head', departmentId: 'ZX-CGJ' },
    ] as const;
    expect(capacitiesOf(posts)).toEqual([{ role: 'handler', waitingFor: 'ZX-CGJ' }]);
  });
});
