import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findForbiddenImports, type ForbiddenImport } from './boundaries.js';
import { ROOT } from './root.js';

/** Each planted file breaks one line of the import table: path, what it imports, the rule that must name it. */
const PLANTED: readonly (readonly [path: string, imported: string, rule: string])[] = [
  ['workflows/src/whistle/planted-fs.ts', 'node:fs', 'workflows-no-node'],
  ['workflows/src/whistle/planted-client.ts', '@temporalio/client', 'workflows-import-temporal-only'],
  ['workflows/src/whistle/planted-platform.ts', '@hsl/platform/planted', 'workflows-import-contracts-and-domain-only'],
  [
    'workflows/src/whistle/planted-schema.ts',
    '@hsl/contracts/schemas/planted',
    'workflows-import-contracts-and-domain-only',
  ],
  ['workflows/src/whistle/planted-calendar.ts', '@hsl/domain/planted-loader', 'workflows-reach-no-files-and-no-zod'],
  ['services/whistles/src/planted-neighbour.ts', '@hsl/members/planted', 'services-never-import-each-other'],
  [
    'services/whistles/src/planted-relative.ts',
    '../../members/src/planted.js',
    'no-relative-import-into-another-package',
  ],
  [
    'services/whistles/src/planted-state.ts',
    '@hsl/workflows/whistle/planted.state',
    'services-see-messages-of-workflows-only',
  ],
  ['services/whistles/src/planted-kafka.ts', 'kafkajs', 'kafkajs-behind-libs-kafka'],
  ['services/whistles/src/planted-fakes.ts', '@hsl/testing/planted', 'only-specs-import-testing'],
  ['libs/domain/src/planted-platform.ts', '@hsl/platform/planted', 'domain-imports-contracts-only'],
  ['libs/domain/src/planted-zod.ts', 'zod', 'domain-no-packages'],
  ['libs/domain/src/planted-fs.ts', 'node:fs', 'domain-no-node'],
  ['libs/contracts/src/planted-domain.ts', '@hsl/domain/planted', 'contracts-import-nothing'],
  ['libs/contracts/src/planted-zod.ts', 'zod', 'contracts-zod-in-schemas-only'],
  [
    'libs/database/src/planted-kafka-lib.ts',
    '@hsl/kafka/planted',
    'technology-libs-import-contracts-and-platform-only',
  ],
  ['libs/registers/src/planted-domain.ts', '@hsl/domain/planted-loader', 'registers-imports'],
  ['libs/platform/src/planted-service.ts', '@hsl/whistles/planted', 'libs-import-no-product'],
  ['libs/platform/src/planted-spec-import.ts', './planted.spec.js', 'no-production-import-of-specs'],
  ['libs/platform/src/planted-missing.ts', './there-is-no-such-file.js', 'no-unresolved'],
  ['libs/platform/src/planted-cycle-a.ts', './planted-cycle-b.js', 'no-cycles'],
  ['deploy/local/planted-service.ts', '@hsl/whistles/planted', 'deploy-starts-services-as-processes'],
];

/** What the planted imports lead to, and imports that are right and must not be named. */
const AROUND: readonly (readonly [path: string, ...imported: string[]])[] = [
  ['libs/platform/src/planted.ts', '@hsl/contracts/planted'],
  ['libs/platform/src/planted.spec.ts', '@hsl/testing/planted'],
  ['libs/platform/src/planted-cycle-b.ts', './planted-cycle-a.js'],
  ['libs/contracts/src/planted.ts'],
  ['libs/contracts/src/schemas/planted.ts', 'zod'],
  ['libs/domain/src/planted.ts', '@hsl/contracts/planted'],
  ['libs/domain/src/planted-loader.ts', './calendar-china.js'],
  ['libs/kafka/src/planted.ts', 'kafkajs', '@hsl/platform/planted'],
  ['libs/testing/src/planted.ts', '@hsl/kafka/planted'],
  [
    'services/members/src/planted.ts',
    '@hsl/workflows/whistle/planted.messages',
    '@hsl/kafka/planted',
    '@hsl/domain/planted',
  ],
  ['services/whistles/src/planted.ts', 'node:fs', 'zod'],
  ['workflows/src/whistle/planted.state.ts', '@hsl/domain/planted', '@temporalio/workflow'],
  ['workflows/src/whistle/planted.messages.ts', '@hsl/contracts/planted', '@temporalio/common'],
];

const isSource = (path: string): boolean => !/^(node_modules|dist|generated|\.local|coverage)$/.test(basename(path));

function plant(folder: string, path: string, imported: readonly string[]): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const lines = imported.map((name, index) => `import * as planted${index} from '${name}';\nvoid planted${index};\n`);
  writeFileSync(file, `${lines.join('')}export const planted = 1;\n`);
}

/** A copy of the project's sources, so that nothing is ever planted in the project itself. */
function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hsl-boundaries-'));
  for (const path of ['libs', 'services', 'workflows', 'deploy', '.dependency-cruiser.cjs', 'package.json']) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true, filter: isSource });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

describe('import table', () => {
  let folder: string;
  let forbidden: ForbiddenImport[];
  beforeAll(async () => {
    folder = copyOfProject();
    for (const [path, imported] of PLANTED) plant(folder, path, [imported]);
    for (const [path, ...imported] of AROUND) plant(folder, path, imported);
    ({ forbidden } = await findForbiddenImports(folder));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)('%s may not import %s', (path, _imported, rule) => {
    expect(forbidden.filter(({ from }) => from === path).map((found) => found.rule)).toContain(rule);
  });

  it('what is allowed is not reported', () => {
    const allowed = AROUND.map(([path]) => path).filter((path) => !path.includes('cycle'));
    expect(forbidden.filter(({ from }) => allowed.includes(from))).toEqual([]);
  });

  it('seeing no TypeScript at all is an error, not a pass', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'hsl-boundaries-empty-'));
    try {
      for (const path of ['libs', 'services', 'workflows']) mkdirSync(join(empty, path));
      for (const path of ['.dependency-cruiser.cjs', 'deploy/checks/source-aliases.cjs']) {
        cpSync(join(ROOT, path), join(empty, path));
      }
      await expect(findForbiddenImports(empty)).rejects.toThrow('saw 0 modules');
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });
});
