import { randomUUID } from 'node:crypto';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { checkInWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { Client, Connection, WithStartWorkflowOperation, type UpdateDefinition } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckInActivities, CheckInDecision } from '../src/check-in/check-in.activities.js';
import { claimUpdate, confirmUpdate, type CheckInAnswered } from '../src/check-in/check-in.messages.js';
import { installQuietRuntime } from './quiet-runtime.js';
import { presentBundles } from './recording/replay.js';
import { by, termsOf } from './road.js';

/**
 * A worker that dies after its decision was recorded leaves a row that people can act on and a workflow that starts
 * again from its first task. What they do then arrives with that task.
 */
describe('an answer that arrives with the first task of a check-in', () => {
  let stack: TestStack;
  let connection: Connection;
  let native: NativeConnection;
  let client: Client;
  const decisions: CheckInDecision[] = [];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    installQuietRuntime();
    stack = await startTestStack({ servers: ['temporal'] });
    const { temporalAddress: address, temporalNamespace: namespace } = stack.addresses;
    [native, connection] = await Promise.all([NativeConnection.connect({ address }), Connection.connect({ address })]);
    client = new Client({ connection, namespace });
    // No whistle runs beside it, so nobody is told that a member has come.
    const activities: CheckInActivities = {
      recordCheckInDecision(decision) {
        decisions.push(decision);
        const asked = decision.fact.type === 'requested' ? ['M01', 'M02'] : [];
        return Promise.resolve(asked.map((memberId) => ({ memberId, checkInId: `${decision.whistleId}:${memberId}` })));
      },
    };
    const worker = await Worker.create({
      ...{ connection: native, namespace, taskQueue: TASK_QUEUES.members, activities },
      workflowBundle: presentBundles().get('members')!,
    });
    const running = worker.run();
    stop = () => (worker.shutdown(), running);
  });
  afterAll(async () => {
    await stop();
    await native.close();
    await connection.close();
    await stack.stop();
  });

  async function startedWith<C>(update: UpdateDefinition<CheckInAnswered, [C]>, command: (whistleId: string) => C) {
    const whistleId = randomUUID();
    const ids = { whistleId, number: 'ZX-2021-000002', subdistrictId: 'zx', communityId: 'ZX01', categoryCode: 'C1' };
    const answer = await client.workflow.executeUpdateWithStart(update, {
      args: [command(whistleId)],
      startWorkflowOperation: new WithStartWorkflowOperation('checkInWorkflow', {
        workflowId: checkInWorkflowId(whistleId),
        taskQueue: TASK_QUEUES.members,
        workflowIdConflictPolicy: 'FAIL',
        args: [{ ...ids, terms: termsOf('G3') }],
      }),
    });
    return {
      answer,
      facts: decisions.filter((one) => one.whistleId === whistleId).map(({ fact }) => fact.type),
    };
  }

  it('is taken once the members have been asked', async () => {
    const { answer, facts } = await startedWith(confirmUpdate, (whistleId) => ({
      by: by('member'),
      checkInId: `${whistleId}:M01`,
    }));
    expect([answer.state, facts]).toEqual(['CONFIRMED', ['requested', 'confirmed']]);
  });

  it('lets a member who was not asked claim it after the others were asked', async () => {
    const { answer, facts } = await startedWith(claimUpdate, () => ({ by: by('member'), memberId: 'M09' }));
    expect([answer.state, facts]).toEqual(['CONFIRMED', ['requested', 'claimed']]);
  });

  it('is refused, when its turn has come, if it comes from somebody who was not asked', async () => {
    const stranger = startedWith(confirmUpdate, (whistleId) => ({ by: by('member'), checkInId: `${whistleId}:M09` }));
    await expect(stranger).rejects.toMatchObject({ cause: { type: 'memberNotAsked' } });
  });
});
