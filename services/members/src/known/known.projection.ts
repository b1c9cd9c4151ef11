import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';

type Data<T extends keyof EventDataByType> = EventDataByType[T];

/** Writes what events tell of other services' data; runs in the transaction of the inbox. */
@Injectable()
export class KnownProjection {
  async community(db: Queryable, subdistrictId: string, data: Data<'community.changed.v1'>): Promise<void> {
    await db.query({
      name: 'keep_community',
      text: `INSERT INTO known_community (subdistrict_id, id, name) VALUES ($1, $2, $3)
        ON CONFLICT (subdistrict_id, id) DO UPDATE SET name = EXCLUDED.name`,
      values: [subdistrictId, data.communityId, data.name],
    });
  }

  async category(db: Queryable, subdistrictId: string, data: Data<'category.changed.v1'>): Promise<void> {
    const { code, name, skills, active } = data;
    await db.query({
      name: 'keep_category',
      text: `INSERT INTO known_category (subdistrict_id, code, name, skills, active) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (subdistrict_id, code) DO UPDATE
        SET name = EXCLUDED.name, skills = EXCLUDED.skills, active = EXCLUDED.active`,
      values: [subdistrictId, code, name, skills, active],
    });
  }

  /** The member of an account; the account of somebody else has none. */
  async account(db: Queryable, subdistrictId: string, { userId, posts }: Data<'user.changed.v1'>): Promise<void> {
    await db.query({
      name: 'keep_account',
      text: `INSERT INTO known_account (subdistrict_id, user_id, member_id) VALUES ($1, $2, $3)
        ON CONFLICT (subdistrict_id, user_id) DO UPDATE SET member_id = EXCLUDED.member_id`,
      values: [subdistrictId, userId, posts.find(({ memberId }) => memberId !== undefined)?.memberId ?? null],
    });
  }

  async units(db: Queryable, subdistrictId: string, data: Data<'whistle.dispatched.v1'>): Promise<void> {
    await db.query({
      name: 'keep_units',
      text: `INSERT INTO known_whistle (id, subdistrict_id, department_ids) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO UPDATE SET department_ids = EXCLUDED.department_ids`,
      values: [data.whistleId, subdistrictId, data.departmentIds],
    });
  }

  /** From now on its check-ins weigh on nobody. */
  async end(db: Queryable, subdistrictId: string, data: Data<'whistle.concluded.v1'>): Promise<void> {
    await db.query({
      name: 'keep_end',
      text: `WITH ended AS (
          INSERT INTO known_whistle (id, subdistrict_id, department_ids, ended_at) VALUES ($1, $2, $3, $4)
          ON CONFLICT (id) DO UPDATE SET ended_at = EXCLUDED.ended_at
        )
        UPDATE check_in SET closed_at = $4 WHERE whistle_id = $1 AND closed_at IS NULL`,
      values: [data.whistleId, subdistrictId, data.departmentIds, new Date(data.at)],
    });
  }
}
