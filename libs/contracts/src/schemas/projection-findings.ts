import { z } from 'zod';

const standing = z.object({ state: z.string(), version: z.int() });

export const ProjectionFinding = z
  .object({
    id: z.uuid(),
    whistleId: z.uuid(),
    taskId: z.uuid().optional().meta({ description: "A department's task of it; absent if it is the matter itself" }),
    foundAt: z.iso.datetime(),
    held: standing
      .optional()
      .meta({ description: 'What the board had shown; absent if it did not know the matter or task' }),
    told: standing.meta({ description: 'What its owner counted, and the board shows since' }),
  })
  .meta({
    id: 'ProjectionFinding',
    description: 'A matter, or a task of it, that the daily census found further on than the board',
  });

export const ProjectionFindingPage = z
  .object({ items: z.array(ProjectionFinding), nextCursor: z.string().optional() })
  .meta({ id: 'ProjectionFindingPage' });
export type ProjectionFindingPage = z.output<typeof ProjectionFindingPage>;
