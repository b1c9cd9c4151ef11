import type { CheckInState } from '@hsl/contracts/states';

/** Asked and neither refused, missed nor finished: such a check-in weighs on its member while the whistle is open. */
export const OPEN_CHECK_IN_STATES = ['REQUESTED', 'CONFIRMED', 'ON_SITE'] as const satisfies readonly CheckInState[];
