import { z } from 'zod';
import { isEventType } from '../events/event-types.js';

const eventType = z
  .string()
  .max(60)
  .refine(isEventType, { params: { code: 'invalid' } })
  .meta({ description: 'Type of an event, as in the AsyncAPI document.', examples: ['whistle.accepted.v1'] });

const fields = {
  name: z.string().trim().min(1).max(100),
  url: z.url().max(500).meta({ description: 'https, reachable from the internet; no user and password in it.' }),
  eventTypes: z.array(eventType).min(1).max(100),
  communityIds: z
    .array(z.string().min(1).max(40))
    .max(100)
    .meta({ description: 'Only events of these communities; empty: of the whole subdistrict.' }),
};
const EXAMPLE = {
  name: '网格平台',
  url: 'https://grid.example.cn/hooks/hsl',
  eventTypes: ['whistle.accepted.v1', 'whistle.concluded.v1'],
  communityIds: ['ZX03'],
};

export const CreateWebhook = z
  .strictObject({ ...fields, communityIds: fields.communityIds.default([]) })
  .meta({ id: 'CreateWebhook', examples: [EXAMPLE] });
export type CreateWebhook = z.output<typeof CreateWebhook>;

export const ChangeWebhook = z
  .strictObject({ ...fields, active: z.boolean().meta({ description: 'False: deliveries wait, for three days.' }) })
  .partial()
  .meta({ id: 'ChangeWebhook', examples: [{ active: false }] });
export type ChangeWebhook = z.output<typeof ChangeWebhook>;

export const Webhook = z
  .object({
    ...fields,
    id: z.uuid(),
    eventTypes: z.array(z.string()),
    active: z.boolean(),
    version: z.number().int(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'Webhook', description: 'Where a partner’s server hears of events; without its secret.' });
export type Webhook = z.output<typeof Webhook>;

export const NewWebhook = z
  .object({
    ...Webhook.shape,
    secret: z.string().meta({ description: 'Signs the deliveries (Standard Webhooks); shown this once.' }),
  })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.output<typeof NewWebhook>;

export const WebhookPage = z
  .object({ items: z.array(Webhook), nextCursor: z.string().optional(), serverNow: z.iso.datetime().optional() })
  .meta({ id: 'WebhookPage' });
export type WebhookPage = z.output<typeof WebhookPage>;

/** An outage is over after a while; what was given up can be sent again by hand. */
export const WEBHOOK_DELIVERY_STATES = ['WAITING', 'SENT', 'DEAD'] as const;

export const webhookDeliveryFilters = {
  state: z
    .enum(WEBHOOK_DELIVERY_STATES)
    .optional()
    .meta({ description: 'Left out: all.', examples: ['DEAD'] }),
};

export const WebhookDelivery = z
  .object({
    id: z.string().regex(/^\d{1,18}$/),
    eventId: z.string().meta({ description: 'Sent as `webhook-id`; the same for a replay.' }),
    eventType: z.string(),
    subject: z.string().meta({ description: 'What the event is about.' }),
    replay: z.number().int().meta({ description: '0, or which replay it is.' }),
    state: z.enum(WEBHOOK_DELIVERY_STATES),
    attempts: z.number().int(),
    httpStatus: z.number().int().optional().meta({ description: 'What the receiver answered last.' }),
    reason: z.string().optional().meta({ description: 'A code, where there was no answer.' }),
    createdAt: z.iso.datetime(),
    dueAt: z.iso.datetime().meta({ description: 'When it is tried, or was to be.' }),
    settledAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'WebhookDelivery', description: 'One event on its way to one receiver.' });
export type WebhookDelivery = z.output<typeof WebhookDelivery>;

export const WebhookDeliveryPage = z
  .object({
    items: z.array(WebhookDelivery),
    nextCursor: z.string().optional(),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'WebhookDeliveryPage', description: 'The log, newest first; kept for ninety days.' });
export type WebhookDeliveryPage = z.output<typeof WebhookDeliveryPage>;

export const WebhookEventTypes = z
  .object({ items: z.array(z.string()), serverNow: z.iso.datetime().optional() })
  .meta({ id: 'WebhookEventTypes', description: 'What can be subscribed to.' });
export type WebhookEventTypes = z.output<typeof WebhookEventTypes>;
