import { HealthRegistry } from '@hsl/platform/health-registry';
import { Module, type OnModuleInit } from '@nestjs/common';
import { FILE_ENV, readFileEnv } from './file-env.js';
import { ObjectStore } from './object-store.js';
import { storeOf } from './store-of.js';

/** The store alone, for a service that makes its files itself and takes none in. */
@Module({
  providers: [
    { provide: FILE_ENV, useFactory: readFileEnv },
    { provide: ObjectStore, useFactory: storeOf, inject: [FILE_ENV] },
  ],
  exports: [ObjectStore],
})
export class StoreModule implements OnModuleInit {
  constructor(
    private readonly store: ObjectStore,
    private readonly health: HealthRegistry,
  ) {}

  onModuleInit(): void {
    // Without it everything else works.
    this.health.register({ name: 'files', required: false, check: () => this.store.check() });
  }
}
