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
