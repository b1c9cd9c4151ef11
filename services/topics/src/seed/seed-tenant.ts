import type { Instant } from '@hsl/contracts/instants';
import type { TopicsDatabase } from '../database.js';
import { seedCategories } from './seed-categories.js';
import { seedTemplates } from './seed-templates.js';
import { seedTopics } from './seed-topics.js';
import { seedVenues } from './seed-venues.js';

export interface Seeded {
  categories: number;
  topics: number;
  /** Venues and rooms. */
  venues: number;
  templates: number;
}

/** Categories, standing topics, venues and texts to begin with of one subdistrict, all or nothing. Idempotent. */
export const seedTenant = (database: TopicsDatabase, subdistrictId: string, at: Instant): Promise<Seeded> =>
  database.transaction(subdistrictId, async (client) => ({
    categories: await seedCategories(client, subdistrictId, at),
    topics: await seedTopics(client, subdistrictId, at),
    venues: await seedVenues(client, subdistrictId, at),
    templates: await seedTemplates(client, subdistrictId, at),
  }));
