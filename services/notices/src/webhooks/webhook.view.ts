import type { Webhook, WebhookDelivery } from '@hsl/contracts/schemas/webhooks';
import type { LogRow } from './webhook-log.repository.js';
import type { WebhookRow } from './webhook.repository.js';

/** A receiver as it is shown: never its secret, which nobody has but the partner. */
export const webhookView = (row: WebhookRow): Webhook => ({
  id: row.id,
  name: row.name,
  url: row.url,
  eventTypes: row.eventTypes,
  communityIds: row.communityIds,
  active: row.active,
  version: row.version,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
});

export const deliveryView = ({ httpStatus, reason, settledAt, ...row }: LogRow): WebhookDelivery => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  ...(httpStatus === null ? {} : { httpStatus }),
  ...(reason === null ? {} : { reason }),
  ...(settledAt === null ? {} : { settledAt: settledAt.toISOString() }),
});
