/** The sound is off until somebody switches it on: kept per person, on this device. */
const storeOf = (userId: string): string => `hsl.alarm.${userId}`;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const isAlarmOn = (userId: string, store: Store = localStorage): boolean =>
  store.getItem(storeOf(userId)) === 'on';

export function keepAlarm(userId: string, isOn: boolean, store: Store = localStorage): void {
  if (isOn) store.setItem(storeOf(userId), 'on');
  else store.removeItem(storeOf(userId));
}
