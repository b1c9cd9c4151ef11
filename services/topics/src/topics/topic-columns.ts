import type { SqlValue } from '@hsl/database/sql-values';
import type { Topic } from '../generated/prisma/client.js';

/** What a decision may change of a topic; the rest is kept by the statement itself. */
export type TopicPatch = Partial<Omit<Topic, 'id' | 'subdistrictId' | 'version' | 'lastDecisionId' | 'endorsements'>>;

/** Fields as the columns they lie in. */
export const columnsOf = (patch: TopicPatch): Record<string, SqlValue> =>
  Object.fromEntries(
    Object.entries(patch).map(([field, value]) => [
      field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
      value,
    ]),
  );
