import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { MigrationAdapterFactory } from './migration-adapter.js';

/** What of WebAssembly is used here; the compiler's library knows it only with the browser's DOM. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(compiled: object, imports: Record<string, object>): Promise<{ exports: Record<string, unknown> }>;
};

/** The glue module of the engine: its classes, and the hook that joins it to the compiled half. */
interface EngineGlue {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: Record<string, unknown>): void;
}

/** A panic of the engine names its place here before it throws a bare "unreachable". */
(globalThis as Record<string, unknown>)['PRISMA_WASM_PANIC_REGISTRY'] ??= {
  set_message: (message: string) => process.stderr.write(`schema engine: ${message}\n`),
};

const GLUE = '@prisma/schema-engine-wasm/schema_engine_bg';

let loaded: Promise<EngineGlue> | undefined;

/**
 * Prisma's own schema engine, as WebAssembly: exactly the engine of `prisma migrate`, without a binary to download.
 * The compiled half is not in the package's export map, so it is read from the folder of the other half.
 */
async function loadGlue(): Promise<EngineGlue> {
  const glue = (await import(GLUE)) as EngineGlue;
  const folder = dirname(fileURLToPath(import.meta.resolve(GLUE)));
  const compiled = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(compiled, { './schema_engine_bg.js': withoutLingering(glue) });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}

/**
 * The engine arms a timer of ten seconds for its lock and never clears it; a process that has migrated would linger so
 * long. Its timers are therefore made not to keep the process alive.
 */
function withoutLingering(glue: EngineGlue): Record<string, unknown> {
  const imports: Record<string, unknown> = { ...glue };
  for (const [name, original] of Object.entries(imports)) {
    if (!name.startsWith('__wbg_setTimeout')) continue;
    imports[name] = (...args: unknown[]): unknown => {
      const { setTimeout } = globalThis;
      globalThis.setTimeout = ((...timer: Parameters<typeof setTimeout>) =>
        setTimeout(...timer).unref()) as typeof setTimeout;
      try {
        return (original as (...rest: unknown[]) => unknown)(...args);
      } finally {
        globalThis.setTimeout = setTimeout;
      }
    };
  }
  return imports;
}

/**
 * Runs `work` with an engine on the database at `url` and frees it after.
 * @param schema text of schema.prisma
 */
export async function withSchemaEngine<T>(
  url: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadGlue();
  const glue = await loaded;
  const adapters = new MigrationAdapterFactory(url);
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(adapters);
    const engine = await glue.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await adapters.close();
  }
}

/** Nothing is managed by somebody else. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };
