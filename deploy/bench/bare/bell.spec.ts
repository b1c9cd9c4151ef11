import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.js';

describe('the bell of a bare workflow', () => {
  it('wakes who waits for that step and nobody else', async () => {
    const bell = new Bell();
    const heard: string[] = [];
    const waiting = ['a', 'b'].map((key) => bell.heard(key).then(() => heard.push(key)));
    bell.ring('b');
    await waiting[1];
    expect(heard).toEqual(['b']);
    bell.ring('a');
    await Promise.all(waiting);
    expect(heard).toEqual(['b', 'a']);
  });

  it('is heard by who comes too late, once', async () => {
    const bell = new Bell();
    bell.ring('a');
    await bell.heard('a');
    let again = false;
    const second = bell.heard('a').then(() => (again = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(again).toBe(false);
    bell.ring('a');
    await second;
  });
});
