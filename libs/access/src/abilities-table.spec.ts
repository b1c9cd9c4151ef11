import { describe, expect, it } from '@jest/globals';
import { ABILITIES, parseTable, rowsBy } from './abilities-table.js';
import { CONDITIONS } from './conditions.js';

const HEADER = 'action,role,scope,condition,source\n';

describe('abilities table', () => {
  it('is read whole, each right once', () => {
    expect(ABILITIES).toHaveLength(999);
    expect(rowsBy('role').get('liaisonOfficer')).toHaveLength(151);
  });

  it('uses every condition that is defined, and defines every condition that is used', () => {
    const used = new Set(ABILITIES.flatMap((row) => row.conditions.map((use) => use.name)));
    expect([...used].sort()).toEqual([...CONDITIONS.keys()].sort());
  });

  it('reads values and operators', () => {
    const [row] = parseTable(
      `${HEADER}whistle.revisit,liaisonOfficer,ownSubdistrict,state=A|B & days<=90 & notBlower,S1`,
    );
    expect(row?.conditions).toEqual([
      { kind: 'moment', denial: 'wrongState', name: 'state', text: 'state=A|B', operator: '=', values: ['A', 'B'] },
      { kind: 'moment', denial: 'wrongState', name: 'days', text: 'days<=90', operator: '<=', values: ['90'] },
      { kind: 'relation', denial: 'separationOfDuties', name: 'notBlower', text: 'notBlower', values: [] },
    ]);
  });

  it.each([
    ['a role there is none of', 'whistle.blow,mayor,own,,S1', 'unknown role mayor'],
    ['a scope there is none of', 'whistle.blow,member,everywhere,,S1', 'unknown scope everywhere'],
    ['a condition there is none of', 'whistle.blow,member,own,notTired,S1', 'unknown condition notTired'],
    ['a field too many', 'whistle.blow,member,own,,S1,x', 'five fields'],
    ['an action without resource', 'blow,member,own,,S1', 'not an action'],
    ['the same right twice', 'a.b,member,own,,S1\na.b,member,own,,S2', 'written twice'],
  ])('refuses %s', (_what, lines, message) => {
    expect(() => parseTable(HEADER + lines)).toThrow(message);
  });

  it('names the line that is wrong', () => {
    expect(() => parseTable(`${HEADER}a.b,member,own,,S1\na.b,mayor,own,,S1`)).toThrow('line 3');
  });
});
