import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TaskQueue } from '@hsl/contracts/workflow-ids';
import type { WorkerDeploymentVersion } from '@temporalio/common';

/** What bundling notes beside a bundle (workflows/scripts/bundle.mjs). */
export interface WorkerBuild {
  /** Version of the package `workflows`. */
  version: string;
  /** When this code was first bundled here, in UTC: 20261126121601. */
  builtAt: string;
  /** Of the bundle's content. */
  hash: string;
}

/** The bundle of a queue, built beforehand: bundling at run time costs seconds and a hundred megabytes. */
export const bundlePath = (queue: TaskQueue): string => queueFile(`${queue}.cjs`);

/** One deployment per queue, so that each service is rolled out on its own. */
const deploymentName = (queue: TaskQueue): string => `hsl-${queue}`;

/** Under which name and build the workers of this checkout or image are known to Temporal. */
export function deploymentVersionOf(queue: TaskQueue): WorkerDeploymentVersion {
  const build = JSON.parse(readFileSync(queueFile(`${queue}.build.json`), 'utf8')) as WorkerBuild;
  return { deploymentName: deploymentName(queue), buildId: buildIdOf(build) };
}

/** For example `0.1.0-20261126121601-3f9a2c71`: what a person wants to know first, comes first. */
export const buildIdOf = ({ version, builtAt, hash }: WorkerBuild): string => `${version}-${builtAt}-${hash}`;

/**
 * True when the first build must give way to the second: a lower version, or the same version bundled earlier. The hash
 * decides between two that were bundled in the same second, so that two workers never take turns. False when one of
 * them was not named by this project: a person chose it.
 */
export function isOlderBuild(buildId: string, other: string): boolean {
  const [one, two] = [orderOf(buildId), orderOf(other)];
  if (!one || !two) return false;
  const differs = one.findIndex((part, index) => part !== two[index]);
  return differs >= 0 && one[differs]! < two[differs]!;
}

/** Whether the project names builds like this. */
export const isOwnBuild = (buildId: string): boolean => orderOf(buildId) !== undefined;

const BUILD_ID = /^(\d+)\.(\d+)\.(\d+)-(\d{14})-([0-9a-f]{8,})$/;

function orderOf(buildId: string): (number | string)[] | undefined {
  const [, major, minor, patch, builtAt, hash] = BUILD_ID.exec(buildId) ?? [];
  return hash === undefined ? undefined : [Number(major), Number(minor), Number(patch), Number(builtAt), hash];
}

const queueFile = (name: string): string =>
  fileURLToPath(new URL(`../../../workflows/dist/queues/${name}`, import.meta.url));
