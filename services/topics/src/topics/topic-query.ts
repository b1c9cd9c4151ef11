import { topicFilters } from '@hsl/contracts/schemas/topics';
import { pageQuerySchema } from '@hsl/platform/page';
import type { z } from 'zod';

export const TopicQuery = pageQuerySchema.extend(topicFilters);
export type TopicQuery = z.output<typeof TopicQuery>;
