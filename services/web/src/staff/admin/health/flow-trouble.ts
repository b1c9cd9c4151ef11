import type { ConsumerLag } from '@hsl/contracts/schemas/platform-health';

/** Whose consumer group it is: `hsl.insight` is that of insight. */
export const serviceOf = (group: string): string => group.replace(/^hsl\./, '');

/** The gateway, and whoever reads nothing, is not behind; somebody who has events waiting and no reader is stuck. */
export const unread = ({ waiting, readers }: ConsumerLag): boolean => readers === 0 && waiting > 0;
