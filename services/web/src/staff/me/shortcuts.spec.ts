import { describe, expect, it } from '@jest/globals';
import { areShortcutsOn, keepShortcuts, stepOf } from './shortcuts.js';

function store() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('single-key shortcuts', () => {
  it('are on until a person switches them off, for that person only', () => {
    const device = store();
    expect(areShortcutsOn('zx-liaison1', device)).toBe(true);
    keepShortcuts('zx-liaison1', false, device);
    expect([areShortcutsOn('zx-liaison1', device), areShortcutsOn('zx-liaison2', device)]).toEqual([false, true]);
    keepShortcuts('zx-liaison1', true, device);
    expect(areShortcutsOn('zx-liaison1', device)).toBe(true);
  });

  it('move by J and K, large or small, and by nothing when they are off', () => {
    expect(['j', 'K', 'x', 'Enter'].map((key) => stepOf(key, true))).toEqual([1, -1, undefined, undefined]);
    expect(['j', 'K'].map((key) => stepOf(key, false))).toEqual([undefined, undefined]);
  });
});
