/** Single-key shortcuts are on until somebody switches them off (WCAG 2.1.4): kept per person, on this device. */
const storeOf = (userId: string): string => `hsl.shortcuts.${userId}`;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const areShortcutsOn = (userId: string, store: Store = localStorage): boolean =>
  store.getItem(storeOf(userId)) !== 'off';

export function keepShortcuts(userId: string, isOn: boolean, store: Store = localStorage): void {
  if (isOn) store.removeItem(storeOf(userId));
  else store.setItem(storeOf(userId), 'off');
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** How far a key moves in a list: undefined for a key that does not, and for all of them when they are off. */
export const stepOf = (key: string, isOn: boolean): number | undefined => (isOn ? STEPS[key.toLowerCase()] : undefined);
