import type { CountedMatter } from '@hsl/contracts/events/census-events';
import type { TaskFact } from '@hsl/contracts/events/task-events';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import { DerivedRowsRepository } from './derived-rows.repository.js';
import { behindOf, withCounted, type Behind } from './census.js';
import { evolve } from './evolve.js';
import { changeOf, type MatterChange } from './matter-change.js';
import { MatterFileRepository } from './matter-file.repository.js';
import type { MatterFile } from './matter-file.js';
import { taskBehindOf, withCountedTask } from './task-census.js';
import { upsertRows } from './row-upsert.js';
import type { MatterEvent } from './whistle-events.js';

type Evolved = (file: MatterFile) => MatterFile;

/**
 * Matters as the events of whistles, departments and members tell them. Load, fold, save, in the consumer's
 * transaction: events may come in any order and any number of times. However many come at once, there are as many
 * statements as for one.
 */
@Injectable()
export class MatterProjection {
  constructor(
    private readonly files: MatterFileRepository,
    private readonly derivedRows: DerivedRowsRepository,
  ) {}

  /** @param events of one tenant */
  async apply(db: Queryable, subdistrictId: string, events: readonly MatterEvent[]): Promise<void> {
    const byMatter = new Map<string, MatterEvent[]>();
    for (const event of events) {
      const { whistleId } = event.data;
      byMatter
        .set(whistleId, byMatter.get(whistleId) ?? [])
        .get(whistleId)!
        .push(event);
    }
    const folds = [...byMatter].map(([id, own]): [string, Evolved] => [id, (file) => own.reduce(evolve, file)]);
    await this.fold(db, subdistrictId, new Map(folds));
  }

  /** A matter as its owner counted it. @returns what was held here, if it was not the same */
  async recount(db: Queryable, subdistrictId: string, counted: CountedMatter): Promise<Behind | undefined> {
    let behind: Behind | undefined;
    const recounted: Evolved = (file) => {
      behind = behindOf(file, counted);
      return withCounted(file, counted);
    };
    await this.fold(db, subdistrictId, new Map([[counted.whistleId, recounted]]));
    return behind;
  }

  /** A task as its owner counted it. @returns what was held here, if it was not the same */
  async recountTask(db: Queryable, subdistrictId: string, counted: TaskFact): Promise<Behind | undefined> {
    let behind: Behind | undefined;
    const recounted: Evolved = (file) => {
      behind = taskBehindOf(file, counted);
      return withCountedTask(file, counted);
    };
    await this.fold(db, subdistrictId, new Map([[counted.whistleId, recounted]]));
    return behind;
  }

  /** @param folds what becomes of each matter, by whistle */
  private async fold(db: Queryable, subdistrictId: string, folds: ReadonlyMap<string, Evolved>): Promise<void> {
    const ids = [...folds.keys()];
    await this.files.lock(db, ids);
    const stored = await this.files.load(db, ids);
    const changes = stored.flatMap((file): MatterChange[] => {
      const { whistle_id: id } = file;
      const change = changeOf(subdistrictId, id, file, folds.get(id)!);
      return change ? [change] : [];
    });
    await upsertRows(
      db,
      'task',
      ['task_id'],
      changes.flatMap(({ tasks }) => tasks),
    );
    const rungKey = ['whistle_id', 'owner_id', 'step', 'due_at', 'rung'];
    await upsertRows(
      db,
      'rung',
      rungKey,
      changes.flatMap(({ rungs }) => rungs),
    );
    await upsertRows(
      db,
      'matter',
      ['whistle_id'],
      changes.flatMap(({ matter }) => (matter ? [matter] : [])),
    );
    await this.derivedRows.follow(db, subdistrictId, changes);
  }
}
