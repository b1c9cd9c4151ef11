import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { CHECKOUT } from './paths.mjs';
import { showStep } from './progress.mjs';
import { runChild } from './run-child.mjs';

const PRISMA = join(CHECKOUT, 'node_modules', 'prisma');

/** Generates the database client of every service whose schema has changed. */
export async function generatePrismaClients() {
  const services = join(CHECKOUT, 'services');
  const names = readdirSync(services).filter((name) => existsSync(join(services, name, 'prisma', 'schema.prisma')));
  const { version } = JSON.parse(readFileSync(join(PRISMA, 'package.json'), 'utf8'));
  await Promise.all(names.map((name) => generate(name, join(services, name), version)));
}

/**
 * @param {string} name
 * @param {string} dir
 * @param {string} version of Prisma
 */
async function generate(name, dir, version) {
  const schema = join(dir, 'prisma', 'schema.prisma');
  // Beside what it describes, so that it is deleted together with it.
  const stamp = join(dir, 'src', 'generated', '.schema');
  await unlessUnchanged(stamp, `${version} ${fingerprint([schema])}`, () =>
    showStep(`generating the database client of ${name}`, () =>
      runChild(process.execPath, [join(PRISMA, 'build', 'index.js'), 'generate', '--schema', schema], {
        cwd: dir,
        quiet: true,
        env: {
          // Generating needs no engine; without this, Prisma would try to download one.
          PRISMA_SCHEMA_ENGINE_BINARY: existsSync('/bin/true') ? '/bin/true' : '/usr/bin/true',
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      }),
    ),
  );
}
