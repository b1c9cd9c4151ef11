import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { cached, isCached } from './download-cache.js';
import { runProgram } from './run-program.js';

const POM = join(CHECKOUT, 'deploy', 'kafka', 'pom.xml');
const INSTALL_TIMEOUT_MS = 10 * 60_000;
const CLASSES = 'classes.jsa';

/** @returns folder with the broker's jars, fetched from Maven Central if this user has never fetched them */
export async function kafkaJars(): Promise<string> {
  return join(await cached('kafka', readFileSync(POM, 'utf8'), copyJars), 'lib');
}

export function areKafkaJarsFetched(): boolean {
  return isCached('kafka', readFileSync(POM, 'utf8'));
}

/**
 * The broker's classes as the virtual machine keeps them once it has read and checked them; with them a start takes a
 * third less. A virtual machine of another release passes over them.
 * @param load runs a program on those jars, with further options of the virtual machine and a folder it may fill
 */
export async function kafkaClasses(load: (options: string[], dir: string) => Promise<void>): Promise<string> {
  const dir = await cached('kafka-classes', readFileSync(POM, 'utf8'), async (draft) => {
    const scratch = join(draft, 'scratch');
    mkdirSync(scratch);
    await load([`-XX:ArchiveClassesAtExit=${join(draft, CLASSES)}`], scratch);
    rmSync(scratch, { recursive: true });
  });
  return join(dir, CLASSES);
}

async function copyJars(dir: string): Promise<void> {
  // Maven writes beside its pom, so it gets one of its own.
  const pom = join(dir, 'pom.xml');
  copyFileSync(POM, pom);
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${join(dir, 'lib')}`];
  await runProgram('mvn', ['--quiet', '--batch-mode', '--file', pom, ...goal], { timeoutMs: INSTALL_TIMEOUT_MS });
}
