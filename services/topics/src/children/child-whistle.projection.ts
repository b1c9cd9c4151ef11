import { toIso } from '@hsl/contracts/instants';
import { isWhistleOpen } from '@hsl/contracts/states';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';

export type ChildSnapshot = WhistleSnapshot & { topicId: string };

/** A topic's whistles, folded from their events; a later version wins whatever order they come in. */
@Injectable()
export class ChildWhistleProjection {
  /** That it exists and where: a submission may have become it. */
  async know(
    db: Queryable,
    subdistrictId: string,
    { whistleId, communityId }: Pick<WhistleSnapshot, 'whistleId' | 'communityId'>,
  ): Promise<void> {
    await db.query({
      name: 'know_whistle',
      text: `INSERT INTO known_whistle (whistle_id, subdistrict_id, community_id) VALUES ($1, $2, $3)
        ON CONFLICT (whistle_id) DO NOTHING`,
      values: [whistleId, subdistrictId, communityId],
    });
  }

  async apply(db: Queryable, subdistrictId: string, snapshot: ChildSnapshot): Promise<void> {
    const { whistleId, topicId, number, communityId, departmentIds, state, dueAt, version, at } = snapshot;
    await db.query({
      name: 'apply_child_whistle',
      text: `INSERT INTO child_whistle
          (whistle_id, subdistrict_id, topic_id, number, community_id, department_ids, state, is_open, due_at, version,
           updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (whistle_id) DO UPDATE SET
          topic_id = EXCLUDED.topic_id, department_ids = EXCLUDED.department_ids, state = EXCLUDED.state,
          is_open = EXCLUDED.is_open, due_at = EXCLUDED.due_at, version = EXCLUDED.version,
          updated_at = EXCLUDED.updated_at
        WHERE child_whistle.version < EXCLUDED.version`,
      values: [
        ...[whistleId, subdistrictId, topicId, number, communityId, departmentIds, state, isWhistleOpen(state)],
        ...[dueAt === undefined ? null : toIso(dueAt), version, toIso(at)],
      ],
    });
  }
}
