import { useSyncExternalStore } from 'react';

/** Where the style sheets change from the rail to the bar. */
const narrow = matchMedia('(max-width: 900px)');

const subscribe = (onChange: () => void): (() => void) => {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
};

/** Whether the page is as narrow as on a phone; follows the window. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
