import { z } from 'zod';

/** How the services stand, as the gateway asks each of them. */

export const ServiceHealth = z
  .object({
    service: z.string(),
    status: z
      .enum(['up', 'notReady', 'down'])
      .meta({ description: '`notReady`: it answers, and misses what it needs' }),
    dependencies: z.array(
      z.object({
        name: z.string(),
        status: z.enum(['up', 'down']),
        required: z
          .boolean()
          .meta({ description: 'Without it the service answers nothing; without others it goes on' }),
        reason: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ServiceHealth' });
export type ServiceHealth = z.output<typeof ServiceHealth>;

export const PlatformHealth = z
  .object({ at: z.iso.datetime(), services: z.array(ServiceHealth) })
  .meta({ id: 'PlatformHealth', description: 'All services and what they depend on, now' });
export type PlatformHealth = z.output<typeof PlatformHealth>;

/** How events flow between the services. */

export const ConsumerLag = z
  .object({
    service: z.string(),
    waiting: z
      .number()
      .int()
      .meta({ description: 'Events it has not taken in yet', examples: [0] }),
    readers: z
      .number()
      .int()
      .meta({ description: 'Its processes that read now; 0: nobody reads', examples: [1] }),
  })
  .meta({ id: 'ConsumerLag' });
export type ConsumerLag = z.output<typeof ConsumerLag>;

export const DeadLetterHeap = z
  .object({
    topic: z.string().meta({ description: 'Where the events came from', examples: ['hsl.whistles'] }),
    group: z.string().meta({ description: 'Who could not handle them', examples: ['hsl.insight'] }),
    count: z.number().int(),
    oldestAt: z.iso.datetime().meta({ description: 'When the one that has lain longest failed' }),
    newest: z.object({
      type: z.string().optional().meta({ description: 'Of the event; left out for what is none' }),
      error: z.string().meta({ description: 'Its first line, at most 200 characters' }),
      failedAt: z.iso.datetime(),
    }),
  })
  .meta({ id: 'DeadLetterHeap', description: 'Events of one topic that one group could not handle' });
export type DeadLetterHeap = z.output<typeof DeadLetterHeap>;

export const EventFlow = z
  .object({
    at: z.iso.datetime(),
    broker: z
      .enum(['up', 'down'])
      .meta({ description: '`down`: it does not answer, and nothing is known of the rest' }),
    reason: z.string().optional().meta({ description: 'Why nothing is known' }),
    lags: z.array(ConsumerLag).optional().meta({ description: 'Left out while the broker is down' }),
    deadLetters: z
      .array(DeadLetterHeap)
      .optional()
      .meta({ description: 'Among the newest 1,000 of each topic and group; left out while the broker is down' }),
  })
  .meta({ id: 'EventFlow', description: 'How far each service is behind, and what could not be handled' });
export type EventFlow = z.output<typeof EventFlow>;
