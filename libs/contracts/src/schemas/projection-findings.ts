import { z } from 'zod';

const standing = z.object({ state: z.string(), version: z.int() });

export const ProjectionFinding = z
  .object({
    id: z.uuid(),
    whistleId: z.uuid(),
    foundAt: z.iso.datetime(),
    held: standing.optional().meta({ description: 'What the board had shown; absent if it did not know the matter' }),
    told: standing.meta({ description: 'What the owner of the matter counted, and the board shows since' }),
  })
  .meta({ id: 'ProjectionFinding', description: 'A matter that the daily census found further on than the board' });

export const ProjectionFindingPage = z
  .object({ items: z.array(ProjectionFinding), nextCursor: z.string().optional() })
  .meta({ id: 'ProjectionFindingPage' });
export type ProjectionFindingPage = z.output<typeof ProjectionFindingPage>;
