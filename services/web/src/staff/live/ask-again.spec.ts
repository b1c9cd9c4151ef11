import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AskAgain } from './ask-again.js';

describe('pages that ask again', () => {
  const asked = jest.fn<(filters?: { predicate?: (query: never) => boolean }) => Promise<void>>();
  let again: AskAgain;
  beforeEach(() => {
    jest.useFakeTimers();
    asked.mockReset().mockResolvedValue();
    again = new AskAgain({ invalidateQueries: asked as never });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('do so soon, and once more for what is a moment behind', () => {
    again.want();
    jest.advanceTimersByTime(200);
    expect(asked).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('do so once a second, however much happens, and not at all when they are gone', () => {
    for (let tenth = 0; tenth < 50; tenth += 1) {
      again.want();
      jest.advanceTimersByTime(100);
    }
    expect(asked.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(6);
    again.stop();
    asked.mockClear();
    jest.advanceTimersByTime(10_000);
    expect(asked).not.toHaveBeenCalled();
  });

  /** Which of these the nth round asks: each a key, and the id of the matter in the answer. */
  const isAskedIn = (round: number, queryKey: string[], id?: string): boolean =>
    asked.mock.calls[round]![0]!.predicate!({
      queryKey,
      state: { data: id === undefined ? undefined : { id } },
    } as never);

  it('leave the names of departments and places alone', () => {
    again.want();
    jest.advanceTimersByTime(200);
    expect(isAskedIn(0, ['whistle', 'ZX-2026-000001'], 'one')).toBe(true);
    expect(isAskedIn(0, ['names', '/api/departments'])).toBe(false);
    // Requests to be forgotten, and changes of the rules, wait on the page of a leader.
    expect(isAskedIn(0, ['admin', '/api/erasures', 'waiting'])).toBe(true);
    expect(isAskedIn(0, ['rules', 'proposals', 'proposed'])).toBe(true);
  });

  it('ask of one matter only when that one moved, of lists always, of figures the second time', () => {
    again.want('one');
    jest.advanceTimersByTime(10_000);
    for (const round of [0, 1]) {
      expect(isAskedIn(round, ['whistle', 'ZX-2026-000001'], 'one')).toBe(true);
      expect(isAskedIn(round, ['timeline', 'one'])).toBe(true);
      expect(isAskedIn(round, ['whistle', 'ZX-2026-000002'], 'two')).toBe(false);
      expect(isAskedIn(round, ['timeline', 'two'])).toBe(false);
      expect(isAskedIn(round, ['live-list'])).toBe(true);
      expect(isAskedIn(round, ['figures'])).toBe(round === 1);
    }
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('ask once more for the first matter when another has moved since', () => {
    again.want('one');
    jest.advanceTimersByTime(300);
    again.want('two');
    jest.advanceTimersByTime(10_000);
    expect(asked).toHaveBeenCalledTimes(3);
    expect([0, 1, 2].map((round) => isAskedIn(round, ['timeline', 'one']))).toEqual([true, true, false]);
    expect([0, 1, 2].map((round) => isAskedIn(round, ['timeline', 'two']))).toEqual([false, true, true]);
  });

  it('ask for everything when nobody says which matter moved', () => {
    again.want('one');
    again.want();
    jest.advanceTimersByTime(200);
    expect(isAskedIn(0, ['timeline', 'two'])).toBe(true);
  });
});
