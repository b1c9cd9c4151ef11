import { describe, expect, it } from '@jest/globals';
import { MOST_UNREAD_COUNTED, unreadText } from './unread-count.js';

describe('how many rows wait unread', () => {
  it.each([
    [1, '1'],
    [999, '999'],
    [MOST_UNREAD_COUNTED, '999+'],
  ])('%i is shown as %s', (count, text) => {
    expect(unreadText(count)).toBe(text);
  });
});
