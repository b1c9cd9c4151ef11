import { describe, expect, it } from '@jest/globals';
import { STAFF_ROOMS, STAFF_WORDS } from './staff.words.js';

describe('what staff read', () => {
  it('is said once: no room takes the words of another one away', () => {
    const said = new Map<string, string>();
    const taken = STAFF_ROOMS.flatMap((room) =>
      Object.entries(room).filter(([key, texts]) => {
        const before = said.get(key) ?? String(texts);
        said.set(key, before);
        return before !== String(texts);
      }),
    );
    expect(taken).toEqual([]);
  });

  it('fills the same slots in both languages', () => {
    const slots = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    const uneven = Object.entries(STAFF_WORDS).filter(([, [zh, en]]) => String(slots(zh)) !== String(slots(en)));
    expect(uneven).toEqual([]);
  });
});
