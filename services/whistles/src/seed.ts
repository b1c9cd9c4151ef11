import { seedDatabase } from './seed/seed-database.js';

await seedDatabase();
