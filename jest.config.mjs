/**
 * The kinds of tests, told apart by the file's suffix. TypeScript sources run as native ES modules through swc
 * (start Jest with NODE_OPTIONS=--experimental-vm-modules); packages of the project resolve to their sources, so no
 * build is needed before a test.
 */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
        keepClassNames: true,
        // `with { type: 'json' }` must survive: Node asks for it on JSON modules.
        experimental: { keepImportAttributes: true },
      },
      sourceMaps: 'inline',
    },
  ],
};

const moduleNameMapper = {
  '^(\\.{1,2}/.*)\\.js$': '$1',
  '^@hsl/(contracts|domain|platform|access|database|files|imports|kafka|registers|temporal|testing)/(.*)$':
    '<rootDir>/libs/$1/src/$2.ts',
  '^@hsl/(gateway|whistles|members|topics|departments|insight|notices)/(.*)$': '<rootDir>/services/$1/src/$2.ts',
  '^@hsl/workflows/(.*)$': '<rootDir>/workflows/src/$1.ts',
  '^@hsl/deploy/(.*)$': '<rootDir>/deploy/$1.ts',
};

// Anchored, so that a clone below some other dist or .local folder works too.
const built = '<rootDir>/([^/]+/){0,2}(dist|\\.local)/';

/** @returns {import('jest').Config} */
const project = (displayName, testMatch, notFor = []) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/workflows', '<rootDir>/deploy'],
  testMatch: [`<rootDir>/**/${testMatch}`],
  testPathIgnorePatterns: ['/node_modules/', built, ...notFor],
  modulePathIgnorePatterns: [built],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json', 'node'],
  transform,
  transformIgnorePatterns: ['/node_modules/', built],
  moduleNameMapper,
});

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  // What ES modules leave behind is never freed: without fresh workers the last of eighty files takes five times as
  // long as the first.
  workerIdleMemoryLimit: '1GB',
  // Jest takes a time limit from here only, not from a project: generous, since all suites share two cores.
  testTimeout: 60_000,
  projects: [
    project('unit', '*.spec.ts', ['\\.(workflow|int|e2e|stories|timed)\\.spec\\.ts$']),
    project('workflow', '*.workflow.spec.ts'),
    project('integration', '*.int.spec.ts', ['<rootDir>/(libs|workflows|deploy)/']),
    // Of what the services stand on: they mostly wait for servers, so they cost others little.
    project('foundation', '*.int.spec.ts', ['<rootDir>/services/']),
    // `*.stories.spec.ts` are told by the files of this kind that import them.
    project('e2e', '*.e2e.spec.ts', ['/matrix[^/]*\\.e2e\\.spec\\.ts$']),
    // Of the whole platform too, but without a browser: they are a kind of their own.
    project('matrix', 'matrix*.e2e.spec.ts'),
    // Lists of large tables: judged by their own work where others share the machine.
    project('lists', '*list-speed.timed.spec.ts'),
    // Judged by the clock, a page's or that of a subdistrict where a day takes seconds: alone on the machine.
    project('timed', '*.timed.spec.ts', ['list-speed\\.timed\\.spec\\.ts$']),
    // No tests: `npm run histories` writes workflows/histories with it.
    project('histories', '*.recording.ts'),
  ],
};
