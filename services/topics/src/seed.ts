import { DatabaseModule } from '@hsl/database/database.module';
import { runTask } from '@hsl/platform/run-task';
import { Module } from '@nestjs/common';
import { createPrismaClient, TenantDatabase, type TopicsDatabase } from './database.js';
import { seedTenant } from './seed/seed-tenant.js';

/** node dist/seed.js: categories and standing topics of both subdistricts. Idempotent. */
const SUBDISTRICTS = ['zx', 'ys'];

@Module({ imports: [DatabaseModule.forService({ name: 'topics', createClient: createPrismaClient })] })
class SeedModule {}

await runTask({ name: 'topics', module: SeedModule }, async (context) => {
  const database = context.get<TopicsDatabase>(TenantDatabase);
  for (const subdistrictId of SUBDISTRICTS) {
    const { categories, topics } = await seedTenant(database, subdistrictId, Date.now());
    process.stdout.write(`topics: ${subdistrictId}: ${categories} categories and ${topics} topics added or changed\n`);
  }
});
