import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { cached, isCached } from './download-cache.js';
import { runProgram } from './run-program.js';

const POM = join(CHECKOUT, 'deploy', 'kafka', 'pom.xml');
const INSTALL_TIMEOUT_MS = 10 * 60_000;

/** @returns folder with the broker's jars, fetched from Maven Central if this user has never fetched them */
export async function kafkaJars(): Promise<string> {
  return join(await cached('kafka', readFileSync(POM, 'utf8'), copyJars), 'lib');
}

export function areKafkaJarsFetched(): boolean {
  return isCached('kafka', readFileSync(POM, 'utf8'));
}

async function copyJars(dir: string): Promise<void> {
  // Maven writes beside its pom, so it gets one of its own.
  const pom = join(dir, 'pom.xml');
  copyFileSync(POM, pom);
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${join(dir, 'lib')}`];
  await runProgram('mvn', ['--quiet', '--batch-mode', '--file', pom, ...goal], { timeoutMs: INSTALL_TIMEOUT_MS });
}
