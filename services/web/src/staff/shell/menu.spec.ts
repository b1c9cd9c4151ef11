import { ROLES } from '@hsl/contracts/roles';
import { describe, expect, it } from '@jest/globals';
import { menuFor, splitMenu } from './menu.js';

describe('the menu', () => {
  it('shows at most seven ways in, the inbox to whoever has one, and loses none', () => {
    for (const role of ROLES) {
      const all = menuFor([{ role }]);
      const { shown, more } = splitMenu(all);
      expect(shown.length).toBeLessThanOrEqual(7);
      // An auditor is told nothing.
      expect(shown.some(({ to }) => to === '/inbox')).toBe(role !== 'auditor');
      expect([...shown, ...more].map(({ to }) => to).toSorted()).toEqual(all.map(({ to }) => to).toSorted());
    }
  });

  it('opens with what waits for a leader’s word', () => {
    const { shown } = splitMenu(menuFor([{ role: 'groupLeader' }]));
    expect(shown.map(({ to }) => to).slice(0, 2)).toEqual(['/work', '/approvals']);
  });
});
