import { randomUUID } from 'node:crypto';
import { submissionWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { screeningDueAt, screeningStages } from '@hsl/domain/submission-terms';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  screeningQuery,
  submissionScreenedSignal,
  type SubmissionInput,
} from '../src/submission/submission.messages.js';
import type { ScreeningDecision } from '../src/submission/submission.activities.js';
import { until } from './road.js';
import { openStage, type Stage } from './stage.js';

const HOUR_MS = 3_600_000;

describe('the clock of a screening', () => {
  let stage: Stage;
  let kept: ScreeningDecision[] = [];
  /** What the owner has screened without this process being told. */
  const screenedUnheard = new Set<string>();

  beforeAll(async () => {
    stage = await openStage({
      async recordScreeningDecision(decision) {
        const { submissionId, fact } = decision;
        const isOpen = !screenedUnheard.has(submissionId);
        if (isOpen || fact.type !== 'stage') kept.push(decision);
        return { isOpen: isOpen && fact.type !== 'ended' };
      },
    });
  });
  afterAll(() => stage.close());

  async function received() {
    kept = [];
    const submissionId = randomUUID();
    const now = await stage.env.currentTimeMs();
    const input: SubmissionInput = {
      ...{ submissionId, subdistrictId: 'zx', communityId: 'ZX01', stages: screeningStages(now) },
    };
    const options = { workflowId: submissionWorkflowId(submissionId), taskQueue: TASK_QUEUES.topics, args: [input] };
    const handle = await stage.client.workflow.start('submissionWorkflow', options);
    await until(() => kept.length > 0 || undefined);
    const sleepUntil = async (at: number) => stage.env.sleep(Math.max(1, at - (await stage.env.currentTimeMs())));
    return { ...{ submissionId, now, input, handle, sleepUntil }, dueAt: screeningDueAt(now) };
  }
  const said = () => kept.map(({ fact, version }) => `${version} ${fact.type === 'stage' ? fact.stage : fact.type}`);

  it('reminds at half the time, then escalates step by step, and waits on after the last one', async () => {
    const { handle, dueAt, sleepUntil, input } = await received();
    expect(input.stages.map(({ stage: name }) => name)).toEqual(['reminder', 'overdue', 'escalated', 'leadership']);
    expect(input.stages[1]?.at).toBe(dueAt);
    await sleepUntil(dueAt - HOUR_MS / 60);
    expect(said()).toEqual(['1 started', '2 reminder']);
    await sleepUntil(dueAt + HOUR_MS / 60);
    await until(() => kept.length === 3 || undefined);
    await sleepUntil(input.stages[3]!.at + HOUR_MS);
    await until(() => kept.length === 5 || undefined);
    expect(said()).toEqual(['1 started', '2 reminder', '3 overdue', '4 escalated', '5 leadership']);
    kept.slice(1).forEach(({ at }, index) => expect(at).toBeGreaterThanOrEqual(input.stages[index]!.at));
    expect(await handle.query(screeningQuery)).toEqual({ state: 'RUNNING', version: 5, isOpen: true, stages: 4 });
    await handle.signal(submissionScreenedSignal);
    expect(await handle.result()).toEqual({ stages: 4 });
    expect(said().at(-1)).toBe('6 ended');
  });

  it('is cancelled when somebody screens it: nothing is said any more', async () => {
    const { handle, sleepUntil, input } = await received();
    await handle.signal(submissionScreenedSignal);
    expect(await handle.result()).toEqual({ stages: 0 });
    await sleepUntil(input.stages[3]!.at + HOUR_MS);
    expect(said()).toEqual(['1 started', '2 ended']);
    expect(kept.at(-1)?.after).toEqual({ isRunning: false, stages: 0 });
  });

  it('says nothing about what was screened without its being told, and ends by itself', async () => {
    const { handle, submissionId } = await received();
    screenedUnheard.add(submissionId);
    expect(await handle.result()).toEqual({ stages: 0 });
    expect(said()).toEqual(['1 started', '2 ended']);
  });

  it('that begins late says in order, once each, what came due meanwhile', async () => {
    kept = [];
    const submissionId = randomUUID();
    const past = (await stage.env.currentTimeMs()) - 60 * 24 * HOUR_MS;
    const input = { submissionId, subdistrictId: 'zx', communityId: 'ZX01', stages: screeningStages(past) };
    const options = { workflowId: submissionWorkflowId(submissionId), taskQueue: TASK_QUEUES.topics, args: [input] };
    const handle = await stage.client.workflow.start('submissionWorkflow', options);
    await until(() => kept.length === 5 || undefined);
    expect(said()).toEqual(['1 started', '2 reminder', '3 overdue', '4 escalated', '5 leadership']);
    await handle.signal(submissionScreenedSignal);
    await handle.result();
  });
});
