import { ROLES } from '@hsl/contracts/roles';
import { describe, expect, it } from '@jest/globals';
import { menuFor, splitMenu } from './menu.js';

describe('the menu', () => {
  it('shows at most seven ways in and four on a phone, the inbox to whoever has one, and loses none', () => {
    for (const role of ROLES) {
      const all = menuFor([{ role }]);
      const { shown, folded, more } = splitMenu(all);
      expect(shown.length).toBeLessThanOrEqual(7);
      // The bar of a phone has room for four and the rest behind one press.
      expect(shown.length - folded.length).toBeLessThanOrEqual(4);
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
