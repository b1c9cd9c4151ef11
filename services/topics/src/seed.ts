import { DatabaseModule } from '@hsl/database/database.module';
import { runTask } from '@hsl/platform/run-task';
import { Module } from '@nestjs/common';
import { createPrismaClient, TenantDatabase, type TopicsDatabase } from './database.js';
import { seedTenant } from './seed/seed-tenant.js';

/** node dist/seed.js: categories, standing topics and venues of both subdistricts. Idempotent. */
const SUBDISTRICTS = ['zx', 'ys'];

@Module({ imports: [DatabaseModule.forService({ name: 'topics', createClient: createPrismaClient })] })
class SeedModule {}

await runTask({ name: 'topics', module: SeedModule }, async (context) => {
  const database = context.get<TopicsDatabase>(TenantDatabase);
  for (const subdistrictId of SUBDISTRICTS) {
    const { categories, topics, venues } = await seedTenant(database, subdistrictId, Date.now());
    const added = `${categories} categories, ${topics} topics and ${venues} venues and rooms`;
    process.stdout.write(`topics: ${subdistrictId}: ${added} added or changed\n`);
  }
});
