import { describe, expect, it } from '@jest/globals';
import { AlarmSound, type SoundContext } from './alarm-sound.js';
import { isEmergency, newcomers } from './emergency.js';

/** Writes down what is played; lets itself be heard when a hand allows it. */
function fakeContext(state: AudioContextState) {
  const played: { hz: number; from: number; to: number }[] = [];
  const context = {
    ...{ state, currentTime: 5, destination: 'speaker', onstatechange: null as (() => void) | null, closed: false },
    resume: () => Promise.resolve(),
    close() {
      context.closed = true;
      return Promise.resolve();
    },
    createGain: () => ({ gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} }, connect: () => {} }),
    createOscillator() {
      const tone = { hz: 0, from: 0, to: 0 };
      return {
        frequency: {
          set value(hz: number) {
            tone.hz = hz;
          },
        },
        connect: () => {},
        start: (from: number) => (tone.from = from),
        stop(to: number) {
          tone.to = to;
          played.push(tone);
        },
      };
    },
  };
  return { context, played, as: context as unknown as SoundContext };
}

describe('the sound of an emergency', () => {
  it('is two short tones, one after the other', () => {
    const { as, played } = fakeContext('running');
    const sound = new AlarmSound(
      () => as,
      () => {},
    );
    sound.open();
    expect(sound.ring()).toBe(true);
    expect(played.map(({ hz }) => hz)).toEqual([880, 660]);
    expect(played[1]!.from).toBeGreaterThan(played[0]!.to);
    expect(played[1]!.to - played[0]!.from).toBeLessThan(0.5);
  });

  it('says when it cannot be heard yet, and is heard once the page was touched', () => {
    const heard: boolean[] = [];
    const { context, as, played } = fakeContext('suspended');
    const sound = new AlarmSound(
      () => as,
      (isHeard) => heard.push(isHeard),
    );
    sound.open();
    expect(sound.ring()).toBe(false);
    context.state = 'running';
    context.onstatechange?.();
    expect(sound.ring()).toBe(true);
    expect([heard, played.length]).toEqual([[false, true], 2]);
  });

  it('rests after it rang: several at once are one sound', () => {
    let now = 0;
    const { as } = fakeContext('running');
    const sound = new AlarmSound(
      () => as,
      () => {},
      () => now,
    );
    sound.open();
    const rings = [0, 9_000, 10_000].map((at) => {
      now = at;
      return sound.ring();
    });
    expect(rings).toEqual([true, false, true]);
  });

  it('is silent before it is opened and after it is closed', () => {
    const { context, as, played } = fakeContext('running');
    const sound = new AlarmSound(
      () => as,
      () => {},
    );
    expect(sound.ring()).toBe(false);
    sound.open();
    sound.close();
    expect([sound.ring(), context.closed, played]).toEqual([false, true, []]);
  });
});

describe('an emergency', () => {
  it('is one by its kind before it is accepted, by its grade afterwards', () => {
    expect(isEmergency({ kind: 'emergency', grade: 'G3' })).toBe(true);
    expect(isEmergency({ grade: 'G1' })).toBe(true);
    expect(isEmergency({ kind: 'hardProblem', grade: 'G2' })).toBe(false);
  });

  it('is news if it was not there at the last look; nothing is at the first', () => {
    const now = [{ number: 'ZX-2026-000001' }, { number: 'ZX-2026-000002' }];
    expect(newcomers(now, undefined)).toEqual([]);
    expect(newcomers(now, new Set(['ZX-2026-000001']))).toEqual([now[1]]);
  });
});
