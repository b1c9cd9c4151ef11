import { afterAll, beforeAll } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { ListWatch } from '@hsl/testing/list-watch';
import { TenantDatabase, type TopicsDatabase } from '../src/database.js';
import { TopicsService } from './topics-service.js';

/** Lists of a service with the many rows that a fill makes, for the `describe` that calls this. */
export function watchedLists(fill: readonly string[]) {
  let topics: TopicsService;
  let watch: ListWatch;
  beforeAll(async () => {
    topics = await TopicsService.start(['postgres']);
    watch = await ListWatch.over(topics.app.get<TopicsDatabase>(TenantDatabase), fill);
  }, 180_000);
  afterAll(() => topics?.stop());
  return {
    get topics() {
      return topics;
    },
    /** What is wrong with a list as that person reads it. Signed in anew for each: a token does not outlast them all. */
    faultsOf: (who: string, post: Post, path: string): Promise<string[]> => {
      const reader = topics.as({ userId: `zx-${who}`, posts: [post] });
      return watch.faultsOf(() => reader.get(path));
    },
  };
}
