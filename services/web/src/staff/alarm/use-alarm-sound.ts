import { useEffect, useRef, useState } from 'react';
import { isAlarmOn, keepAlarm } from './alarm-choice.js';
import { AlarmSound } from './alarm-sound.js';

/** What a browser takes for a hand on the page. */
const TOUCHES = ['pointerdown', 'keydown'] as const;

/** The sound as this person wants it here; remembered, and heard again from the first touch after a reload. */
export function useAlarmSound(userId: string) {
  const [isOn, setOn] = useState(() => isAlarmOn(userId));
  const [isHeard, setHeard] = useState(false);
  const sound = useRef<AlarmSound>(undefined);
  useEffect(() => {
    if (!isOn) return undefined;
    const mine = new AlarmSound(() => new AudioContext(), setHeard);
    sound.current = mine;
    const open = (): void => mine.open();
    // Made before anybody touched the page it would be refused, and the browser would complain of it.
    if (navigator.userActivation?.isActive) open();
    for (const touch of TOUCHES) addEventListener(touch, open);
    return () => {
      for (const touch of TOUCHES) removeEventListener(touch, open);
      mine.close();
      setHeard(false);
    };
  }, [isOn]);
  const turn = (next: boolean): void => {
    keepAlarm(userId, next);
    setOn(next);
  };
  return { isOn, isHeard, turn, ring: () => sound.current?.ring() };
}
