import type { CountedMatter } from '@hsl/contracts/events/census-events';
import type { TaskFact } from '@hsl/contracts/events/task-events';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import { derive } from './derive.js';
import { DerivedRowsRepository } from './derived-rows.repository.js';
import { behindOf, withCounted, type Behind } from './census.js';
import { evolve } from './evolve.js';
import { MatterFileRepository } from './matter-file.repository.js';
import type { MatterFile } from './matter-file.js';
import { matterRow, rungRow, taskRow } from './matter-rows.js';
import { taskBehindOf, withCountedTask } from './task-census.js';
import { upsertRow } from './row-upsert.js';
import { fileOf } from './stored-file.js';
import type { MatterEvent } from './whistle-events.js';

/**
 * Matters as the events of whistles, departments and members tell them. Load, fold, save, in the consumer's
 * transaction: events may come in any order and any number of times.
 */
@Injectable()
export class MatterProjection {
  constructor(
    private readonly files: MatterFileRepository,
    private readonly derivedRows: DerivedRowsRepository,
  ) {}

  apply(db: Queryable, event: MatterEvent): Promise<void> {
    return this.fold(db, event.subdistrictid, event.data.whistleId, (file) => evolve(file, event));
  }

  /** A matter as its owner counted it. @returns what was held here, if it was not the same */
  async recount(db: Queryable, subdistrictId: string, counted: CountedMatter): Promise<Behind | undefined> {
    let behind: Behind | undefined;
    await this.fold(db, subdistrictId, counted.whistleId, (file) => {
      behind = behindOf(file, counted);
      return withCounted(file, counted);
    });
    return behind;
  }

  /** A task as its owner counted it. @returns what was held here, if it was not the same */
  async recountTask(db: Queryable, subdistrictId: string, counted: TaskFact): Promise<Behind | undefined> {
    let behind: Behind | undefined;
    await this.fold(db, subdistrictId, counted.whistleId, (file) => {
      behind = taskBehindOf(file, counted);
      return withCountedTask(file, counted);
    });
    return behind;
  }

  private async fold(
    db: Queryable,
    subdistrictId: string,
    whistleId: string,
    evolved: (file: MatterFile) => MatterFile,
  ): Promise<void> {
    await this.files.lock(db, whistleId);
    const stored = await this.files.load(db, whistleId);
    const before = fileOf(stored);
    const file = evolved(before);
    if (file === before) return;
    await this.saveFacts(db, subdistrictId, whistleId, before, file);
    const matter = derive(file);
    if (!file.whistle || !matter) return;
    await upsertRow(db, 'matter', ['whistle_id'], matterRow(subdistrictId, file.whistle, matter));
    await this.derivedRows.follow(db, subdistrictId, stored, matter);
  }

  /** Tasks and rungs that this event added or changed. */
  private async saveFacts(
    db: Queryable,
    subdistrictId: string,
    whistleId: string,
    before: MatterFile,
    after: MatterFile,
  ): Promise<void> {
    for (const task of after.tasks.filter((one) => !before.tasks.includes(one))) {
      await upsertRow(db, 'task', ['task_id'], taskRow(subdistrictId, whistleId, task));
    }
    for (const rung of after.rungs.filter((one) => !before.rungs.includes(one))) {
      const key = ['whistle_id', 'owner_id', 'step', 'due_at', 'rung'];
      await upsertRow(db, 'rung', key, rungRow(subdistrictId, whistleId, rung));
    }
  }
}
