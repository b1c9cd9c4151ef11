import { liveFilters, liveView } from '@hsl/contracts/schemas/insight';
import { pageQuerySchema } from '@hsl/platform/page';
import type { z } from 'zod';

export const LiveListQuery = pageQuerySchema
  .extend({ ...liveFilters, ...liveView })
  .refine(({ card, cardOn }) => cardOn === undefined || card !== undefined, {
    path: ['card'],
    params: { code: 'required', zh: '指定日期时须选黄牌或红牌。', en: 'Say which colour with a day.' },
  });
export type LiveListQuery = z.output<typeof LiveListQuery>;
