import { createHash } from 'node:crypto';
import {
  followUpWorkflowId,
  sessionWorkflowId,
  TASK_QUEUES,
  whistleWorkflowId,
  type TaskQueue,
} from '@hsl/contracts/workflow-ids';
import type { Grade } from '@hsl/contracts/grades';
import type { LookBackResult, SessionOutcome } from '@hsl/contracts/states';
import { lookBacksDueAt } from '@hsl/domain/matter-terms';
import { holdSessionUpdate } from '../../src/deliberation/deliberation.messages.js';
import { reopenUpdate, reportLookBackUpdate, type FollowUpInput } from '../../src/follow-up/follow-up.messages.js';
import type { WhistleFact } from '../../src/whistle/whistle.activities.js';
import type { Resumed, WhistleInput } from '../../src/whistle/whistle.messages.js';
import { submit, type ProposalRoad } from '../proposal-road.js';
import { blow, by, termsOf, toCoordinating, until, work, type Road } from '../road.js';
import type { Stage } from '../stage.js';

/** One run of a workflow; a reopened matter has two with the same id. */
export interface Run {
  workflowId: string;
  runId: string;
}

/**
 * What a path is played on: a stage of its own, on which each whistle gets the same id every time, and what paths
 * have in common. It notes the runs that were started from outside; their children are found in their histories.
 */
export class Scene {
  readonly runs: Run[] = [];
  private blown = 0;

  constructor(
    readonly stage: Stage,
    private readonly name: string,
  ) {}

  async blow(extra: Partial<WhistleInput> = {}, members?: string[]): Promise<Road> {
    this.blown += 1;
    const road = await blow(this.stage, { whistleId: steadyId(`${this.name}/${this.blown}`), ...extra }, members);
    const { workflowId, runId } = await road.whistle.describe();
    this.runs.push({ workflowId, runId });
    return road;
  }

  /** A member submits a proposal. */
  async submit(): Promise<ProposalRoad> {
    const proposalId = steadyId(`${this.name}/proposal`);
    const road = await submit(this.stage, { proposalId });
    this.runs.push({ workflowId: road.handle.workflowId, runId: road.handle.firstExecutionRunId });
    return road;
  }

  /** The same for the same name on every recording. */
  steadyId(of: string): string {
    return steadyId(`${this.name}/${of}`);
  }

  /** A process that has no whistle above it. */
  async start(type: string, workflowId: string, taskQueue: TaskQueue, input: unknown) {
    const handle = await this.stage.client.workflow.start(type, { workflowId, taskQueue, args: [input] });
    this.runs.push({ workflowId, runId: handle.firstExecutionRunId });
    return handle;
  }

  /** Moves the clock on; what comes due meanwhile happens. */
  pass(time: string): Promise<void> {
    return this.stage.env.sleep(time);
  }

  /** Waits until the whistle has recorded that fact, for the nth time. */
  fact(road: Road, type: WhistleFact['type'], nth = 1) {
    return until(() => road.decisions().filter(({ fact }) => fact.type === type)[nth - 1]);
  }

  /** Its own end is waited for without `result()`, which moves the clock on. */
  async ended({ whistle }: Road): Promise<void> {
    await until(async () => ((await whistle.describe()).status.name === 'COMPLETED' ? true : undefined));
  }

  /**
   * The second member comes as well: the test server's clock stands still when a child that outlives its parent ends,
   * as that member's silence would.
   */
  async bothCame({ confirm, checkIn }: Road): Promise<void> {
    await confirm('M02');
    await until(async () => ((await checkIn.describe()).status.name === 'COMPLETED' ? true : undefined));
  }

  /** Accepted, and a member is there. */
  async checkedIn(grade: Grade = 'G3'): Promise<Road> {
    const road = await this.blow();
    await road.accept(grade);
    await until(() => road.checkIns().find((one) => one.fact.type === 'requested'));
    await road.confirm('M01');
    await this.fact(road, 'checkedIn');
    return road;
  }

  async coordinating(grade: Grade = 'G3'): Promise<{ road: Road; lead: string; supporting: string }> {
    const road = await this.blow();
    return { road, ...(await toCoordinating(road, grade)) };
  }

  async verifying(grade?: Grade): Promise<{ road: Road; lead: string }> {
    const { road, lead, supporting } = await this.coordinating(grade);
    await work(road, supporting, lead);
    return { road, lead };
  }

  async revisiting(grade?: Grade): Promise<{ road: Road; lead: string }> {
    const verifying = await this.verifying(grade);
    await verifying.road.verify('pass');
    return verifying;
  }

  /** Everybody did their part. */
  async concluded(grade?: Grade): Promise<Road> {
    const { road } = await this.revisiting(grade);
    await this.bothCame(road);
    await road.revisit('satisfied');
    await this.ended(road);
    return road;
  }

  /** The lead feeds back again in its present round, and the result is verified. */
  async rework(road: Road, lead: string): Promise<void> {
    const done = road.decisions().filter(({ fact }) => fact.type === 'feedbackSubmitted').length;
    const { round } = road
      .decisions()
      .at(-1)!
      .after.progress.tasks.find(({ taskId }) => taskId === lead)!;
    await until(() => road.tasks().find((one) => one.taskId === lead && one.after.round === round));
    await road.feedBack(lead);
    await this.fact(road, 'feedbackSubmitted', done + 1);
    await road.verify('pass');
  }

  async holdSession(sessionId: string, outcome: SessionOutcome): Promise<void> {
    await until(() => this.stage.records.sessions.find((one) => one.sessionId === sessionId));
    const session = this.stage.client.workflow.getHandle(sessionWorkflowId(sessionId));
    await session.executeUpdate(holdSessionUpdate, { args: [{ by: by('member'), outcome, contentId: 'minutes' }] });
  }

  /** The watch over a concluded matter, which the owner starts. */
  async watch(road: Road) {
    const { at: concludedAt, after: concluded, version } = road.decisions().at(-1)!;
    const { whistleId } = road;
    const terms = termsOf(concluded.grade);
    const due = { firstSequence: 1, lookBacksDueAt: lookBacksDueAt(terms, concludedAt) };
    const input: FollowUpInput = { whistleId, subdistrictId: 'zx', version, concluded, terms, concludedAt, ...due };
    const workflowId = followUpWorkflowId(whistleId);
    const { workflow } = this.stage.client;
    const handle = await workflow.start('followUpWorkflow', {
      ...{ workflowId, taskQueue: TASK_QUEUES.whistles, args: [input] },
    });
    this.runs.push({ workflowId, runId: handle.firstExecutionRunId });
    return {
      handle,
      report: (sequence: number, result: LookBackResult) =>
        handle.executeUpdate(reportLookBackUpdate, { args: [{ by: by('communityWorker'), sequence, result }] }),
      reopen: () => handle.executeUpdate(reopenUpdate, { args: [{ by: by('communityWorker') }] }),
    };
  }

  /** The owner goes on with a reopened matter in a new run. */
  async resume(road: Road, state: Resumed['state']): Promise<void> {
    const { version, at, after } = (await this.fact(road, 'reopened'))!;
    const { waitingFor, progress } = after;
    const workflowId = whistleWorkflowId(road.whistleId);
    const handle = await this.stage.client.workflow.start('whistleWorkflow', {
      ...{ workflowId, taskQueue: TASK_QUEUES.whistles, workflowIdReusePolicy: 'ALLOW_DUPLICATE' },
      args: [{ ...road.input, resumed: { state, version, at, waitingFor, progress } }],
    });
    this.runs.push({ workflowId, runId: handle.firstExecutionRunId });
  }
}

export type Watch = Awaited<ReturnType<Scene['watch']>>;

/** The same uuid for the same text. */
function steadyId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
