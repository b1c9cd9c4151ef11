import type { Instant } from '@hsl/contracts/instants';
import { CHANNELS_BY_URGENCY, groupOf, type NoticeChannel, type NoticeGroup } from '@hsl/contracts/notice-channels';
import type { Told } from '../rules/who-is-told.js';

/** What would go out by one channel; whether it does, the person's address and choices say. */
export interface PlannedDelivery {
  userId: string;
  channel: NoticeChannel;
  group: NoticeGroup;
  urgency: Told['urgency'];
  /** What the table of rules says, for whoever did not choose. */
  byRule: boolean;
  dueAt: Instant;
}

/** One line per person and channel that is connected. Alarms go at once; the rest waits for what comes with it. */
export function planDeliveries(
  told: readonly Told[],
  channels: readonly NoticeChannel[],
  { now, gatherMs }: { now: Instant; gatherMs: number },
): PlannedDelivery[] {
  return told.flatMap(({ userId, kind, urgency, channels: ofRule = CHANNELS_BY_URGENCY[urgency] }) =>
    channels.map((channel) => ({
      ...{ userId, channel, urgency, group: groupOf(kind), byRule: ofRule.includes(channel) },
      dueAt: urgency === 'alarm' ? now : now + gatherMs,
    })),
  );
}
