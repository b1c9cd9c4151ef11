import type { WhistleState } from '@hsl/contracts/states';
import type { Blown, CheckIn, DepartmentTask, Items, Timeline, TimelineEntry, Whistle } from './api-answers.js';
import type { ApiClient } from './api-client.js';
import type { Narrator } from './narrator.js';
import { until } from './until.js';

/** One whistle of the demo, watched through the eyes of somebody who may read everything. */
export class Matter {
  /** The history so far, oldest first. */
  entries: TimelineEntry[] = [];
  private readonly told = new Set<string>();

  constructor(
    readonly caseName: string,
    readonly blown: Blown,
    private readonly watcher: ApiClient,
    private readonly narrator: Narrator,
  ) {}

  get path(): string {
    return `/api/whistles/${this.blown.id}`;
  }

  /** Where it is now; tells what has happened since the last look. */
  async look(): Promise<Whistle> {
    const whistle = await this.watcher.get<Whistle>(this.path);
    this.entries = (await this.watcher.get<Timeline>(`${this.path}/timeline`)).items;
    for (const entry of this.entries) {
      if (!this.told.has(entry.id)) this.narrator.tell(this.caseName, entry);
      this.told.add(entry.id);
    }
    return whistle;
  }

  /** @throws Error if it does not get there in time */
  async untilState(state: WhistleState, rounds = 0): Promise<Whistle> {
    return this.until(`${this.blown.number} 进入 ${state}`, async (whistle) =>
      whistle.state === state && whistle.reworkCount === rounds ? whistle : undefined,
    );
  }

  /** Looks at the matter, and then for what is wanted, until it is there. */
  async until<T>(what: string, find: (whistle: Whistle) => Promise<T | undefined>, timeoutMs?: number): Promise<T> {
    return until(`${this.caseName}：${what}`, async () => find(await this.look()), timeoutMs);
  }

  /** Everybody asked to check in so far. */
  async checkIns(): Promise<CheckIn[]> {
    const { items } = await this.watcher.get<Items<CheckIn>>(`/api/check-ins?limit=100&whistleId=${this.blown.id}`);
    return items;
  }

  /** What every department owes. */
  async tasks(): Promise<DepartmentTask[]> {
    const path = `/api/department-tasks?limit=100&whistleId=${this.blown.id}`;
    return (await this.watcher.get<Items<DepartmentTask>>(path)).items;
  }
}
