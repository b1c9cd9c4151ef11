import type { Me } from '@hsl/contracts/schemas/session.schema';
import { useSyncExternalStore } from 'react';
import { currentMe, onSessionChange } from './session.js';

/** Who is signed in; undefined when nobody is. */
export const useMe = (): Me | undefined => useSyncExternalStore(onSessionChange, currentMe);
