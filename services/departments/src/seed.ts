import { DatabaseModule } from '@hsl/database/database.module';
import { runTask } from '@hsl/platform/run-task';
import { Module } from '@nestjs/common';
import { createPrismaClient, TenantDatabase, type DepartmentsDatabase } from './database.js';
import { seedTenant } from './seeding/seed-tenant.js';

/** node dist/seed.js: departments, their people and the routing table of both subdistricts. Idempotent. */
const SUBDISTRICTS = ['zx', 'ys'];

@Module({ imports: [DatabaseModule.forService({ name: 'departments', createClient: createPrismaClient })] })
class SeedModule {}

await runTask({ name: 'departments', module: SeedModule }, async (context) => {
  const database = context.get<DepartmentsDatabase>(TenantDatabase);
  for (const subdistrictId of SUBDISTRICTS) {
    const { departments, people, routing } = await seedTenant(database, subdistrictId, Date.now());
    const counts = `${departments} departments, ${people} people, ${routing} routing rows`;
    process.stdout.write(`departments: ${subdistrictId}: ${counts} added or changed\n`);
  }
});
