import { z } from 'zod';
import { TIERS } from '../grades.js';
import { dayPeriod, isInOrder, NOT_BEFORE_FROM } from './day-period.js';

/** How many people matters reach, and how long they have waited (S82). */

export const FiguresQuery = z
  .strictObject({
    from: dayPeriod.from.meta({ description: 'First day, in Asia/Shanghai; matters count by when they were blown' }),
    to: dayPeriod.to,
    communityId: z.string().max(40).optional(),
  })
  .refine(isInOrder, NOT_BEFORE_FROM);
export type FiguresQuery = z.output<typeof FiguresQuery>;

const figures = {
  matters: z.int().meta({ description: 'Not merged into another, not withdrawn, not refused' }),
  beneficiaries: z.int(),
  withBeneficiaries: z.int().meta({ description: 'Matters that say how many gain' }),
  withBacklog: z.int().meta({ description: 'Matters that say since when people have waited' }),
  oldestBacklogDays: z.int().optional().meta({ description: 'Until it was concluded, or today' }),
  medianBacklogDays: z.number().optional(),
};

export const WhistleFigures = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    total: z.object(figures),
    groups: z.array(
      z.object({
        communityId: z.string(),
        tier: z.enum(TIERS).optional().meta({ description: 'Absent before the acceptance' }),
        ...figures,
      }),
    ),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'WhistleFigures', description: 'Beneficiaries and age of the backlog, per community and tier' });
export type WhistleFigures = z.output<typeof WhistleFigures>;
