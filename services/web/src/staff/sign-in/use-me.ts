import type { Role } from '@hsl/contracts/roles';
import type { Me } from '@hsl/contracts/schemas/session.schema';
import { useSyncExternalStore } from 'react';
import { currentMe, onSessionChange } from './session.js';

/** Who is signed in; undefined when nobody is. */
export const useMe = (): Me | undefined => useSyncExternalStore(onSessionChange, currentMe);

/** Whether it is worth asking or offering; services decide what may be done. */
export const useHasRole = (...roles: readonly Role[]): boolean =>
  (useMe()?.posts ?? []).some(({ role }) => roles.includes(role));

/** Whether the reader works in that unit. */
export const useIsOfUnit = (unit: string): boolean =>
  (useMe()?.posts ?? []).some(({ departmentId }) => departmentId === unit);
