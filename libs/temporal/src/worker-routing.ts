import { Logger } from '@nestjs/common';
import type { WorkerDeploymentVersion } from '@temporalio/common';
import { pause } from './pause.js';
import { isTemporalDown, rpcCodeOf } from './rpc-failure.js';
import type { TemporalClient } from './temporal-client.js';
import { isOlderBuild, isOwnBuild } from './worker-build.js';

/**
 * To which build the queue's tasks go, seen from one worker.
 * `here`: to this build. `newer`: to a newer one, and this worker idles until it is replaced. `elsewhere`: a person has
 * chosen another one (rolled back, or took the deployment over). `unknown`: not found out yet.
 */
export type Routing = 'here' | 'newer' | 'elsewhere' | 'unknown';

const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 5_000;
/** A server that has lost its state forgets the routing too; then it is set again after at most this time. */
const LOOK_AGAIN_MS = 60_000;

const NOT_FOUND = 5;

/**
 * Brings the tasks of a queue to the newest build that has a worker (decision 0013). Every worker looks, at its start
 * and then every minute, and takes the tasks over unless a newer build has them: forward only, whoever restarts.
 */
export class WorkerRouting {
  private readonly logger = new Logger(WorkerRouting.name);
  private known: Routing = 'unknown';

  constructor(
    private readonly temporal: Pick<TemporalClient, 'workflowService' | 'namespace' | 'identity' | 'bounded'>,
    private readonly version: WorkerDeploymentVersion,
  ) {}

  get routing(): Routing {
    return this.known;
  }

  /** Looks again and again until the signal aborts; never rejects: a worker works on while Temporal is away. */
  async keep(signal: AbortSignal): Promise<void> {
    let waitMs = FIRST_LOOK_MS;
    while (!signal.aborted) {
      await this.look();
      waitMs = this.known === 'unknown' ? Math.min(waitMs * 2, LAST_LOOK_MS) : LOOK_AGAIN_MS;
      await pause(waitMs, signal);
    }
  }

  /** Looks once, and takes the tasks over if this build may. */
  async look(): Promise<Routing> {
    const before = this.known;
    try {
      this.known = await this.claim();
    } catch (error) {
      this.known = 'unknown';
      // Not polled yet, changed by another worker meanwhile, or away: the next look tells.
      const isPassing = rpcCodeOf(error) === NOT_FOUND || isTemporalDown(error);
      if (!isPassing) this.logger.error(`the routing of ${this.name} cannot be set: ${String(error)}`);
    }
    if (this.known !== before && this.known !== 'unknown') this.logger.log(`${this.name}: ${WORDS[this.known]}`);
    return this.known;
  }

  private get name(): string {
    return `${this.version.deploymentName} ${this.version.buildId}`;
  }

  private async claim(): Promise<Routing> {
    const { workflowService, namespace, identity } = this.temporal;
    const { deploymentName, buildId } = this.version;
    const found = await this.temporal.bounded(() =>
      workflowService.describeWorkerDeployment({ namespace, deploymentName }),
    );
    const info = found.workerDeploymentInfo;
    const current = info?.routingConfig?.currentDeploymentVersion?.buildId ?? '';
    if (current === buildId) return 'here';
    if (info?.managerIdentity) return 'elsewhere';
    if (current !== '' && !isOwnBuild(current)) return 'elsewhere';
    if (isOlderBuild(buildId, current)) return 'newer';
    // The token makes the server refuse if another worker was faster. It also refuses a build that nobody works for.
    const { conflictToken } = found;
    const here = { namespace, deploymentName, buildId, conflictToken, identity };
    await this.temporal.bounded(() => workflowService.setWorkerDeploymentCurrentVersion(here));
    return 'here';
  }
}

const WORDS: Readonly<Record<Exclude<Routing, 'unknown'>, string>> = {
  here: 'tasks come to this build',
  newer: 'a newer build has the tasks; this worker gets none',
  elsewhere: 'somebody has chosen another build; this worker leaves it so',
};
