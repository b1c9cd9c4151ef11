import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.js';

/** Names a folder for the time of one run of all tests; without it every stack prepares its own databases. */
export const TEMPLATES_VARIABLE = 'HSL_TEST_TEMPLATES';

/** What a stack has prepared before its services start. */
const PARTS = ['postgres', 'accounts.json'];
const COPY_TIMEOUT_MS = 60_000;

/**
 * The prepared state of one kind of stack: made by the first that needs it, copied by all others of the same run. To
 * make databases, migrate and seed them takes a stack longer than everything else it does to start.
 */
export class StackTemplate {
  private constructor(private readonly folder: string) {}

  /**
   * @param kind says all that the prepared state depends on, except the code, which a run of tests does not change
   * @returns undefined outside of a run of all tests
   */
  static of(kind: string): StackTemplate | undefined {
    const templates = process.env[TEMPLATES_VARIABLE];
    if (!templates) return undefined;
    return new StackTemplate(join(templates, createHash('sha256').update(kind).digest('hex').slice(0, 12)));
  }

  get isThere(): boolean {
    return existsSync(this.folder);
  }

  /** Into the folder of a stack that has not started. */
  async copyTo(stateDir: string): Promise<void> {
    await copyParts(this.folder, stateDir);
  }

  /** Of a stack whose database server has stopped. Of two that come at once the first is kept. */
  async keep(stateDir: string): Promise<void> {
    const draft = `${this.folder}.${process.pid}.part`;
    mkdirSync(draft, { recursive: true });
    await copyParts(stateDir, draft);
    try {
      renameSync(draft, this.folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!this.isThere) throw error;
    }
  }
}

/** By `cp`, which keeps whose the files are: PostgreSQL insists on it. */
async function copyParts(from: string, to: string): Promise<void> {
  for (const part of PARTS.filter((name) => existsSync(join(from, name)))) {
    await runProgram('cp', ['-a', join(from, part), join(to, part)], { timeoutMs: COPY_TIMEOUT_MS });
  }
}
