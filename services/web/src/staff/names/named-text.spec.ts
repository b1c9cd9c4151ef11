import { describe, expect, it } from '@jest/globals';
import { namedText } from './named-text.js';

const NAMES: Record<string, string> = {
  'community ZX01': '聂寨',
  'department ZX-CGJ': '城管局',
  'department ZX-MZJ': '民政局',
  'member ZX-M01': '姜承志',
};
const named = (text: string): string => namedText(text, (kind, id) => NAMES[`${kind} ${id}`] ?? id);

describe('a sentence of a service', () => {
  it('names communities, units and members, and leaves numbers and what nobody knows', () => {
    expect(named('ZX01 吹哨：哨件 ZX-2026-000009 等您受理。')).toBe('聂寨 吹哨：哨件 ZX-2026-000009 等您受理。');
    expect(named('哨件 ZX-2026-000001（ZX01）派给了 ZX-CGJ，请 ZX-M01 报到。')).toBe(
      '哨件 ZX-2026-000001（聂寨）派给了 城管局，请 姜承志 报到。',
    );
    expect(named('ZX-MZJ 签收')).toBe('民政局 签收');
    expect(named('ZX99 和 ZX-GAJ，G1 类 C3')).toBe('ZX99 和 ZX-GAJ，G1 类 C3');
  });
});
