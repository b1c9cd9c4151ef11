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

  it('leave the names of departments and places alone', () => {
    again.want();
    jest.advanceTimersByTime(200);
    const predicate = asked.mock.calls[0]![0]!.predicate!;
    const isAsked = (queryKey: string[]) => predicate({ queryKey } as never);
    expect([isAsked(['whistle', 'ZX-2026-000001']), isAsked(['names', '/api/departments'])]).toEqual([true, false]);
  });
});
