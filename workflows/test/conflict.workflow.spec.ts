import { randomUUID } from 'node:crypto';
import { checkInWorkflowId, ledgerWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { VersionConflict } from '@hsl/database/decision';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowFailedError } from '@temporalio/client';
import { termsOf } from './road.js';
import { openStage, type Stage } from './stage.js';

describe('a decision whose row is not where its workflow left it', () => {
  let stage: Stage;
  let attempts = 0;
  let failure: (id: string) => Error;
  const refuse = async (id: string): Promise<never> => {
    attempts += 1;
    throw failure(id);
  };
  beforeAll(async () => {
    stage = await openStage({
      recordCheckInDecision: ({ whistleId }) => refuse(whistleId),
      recordLedgerDecision: ({ entryId }) => refuse(entryId),
    });
  });
  afterAll(() => stage.close());
  afterEach(() => {
    attempts = 0;
  });

  const matter = () => ({ whistleId: randomUUID(), number: 'ZX-1', subdistrictId: 'zx', communityId: 'ZX01' });
  const askMembers = () => {
    const input = { ...matter(), categoryCode: 'C1', terms: termsOf('G3') };
    const workflowId = checkInWorkflowId(input.whistleId);
    return stage.client.workflow.start('checkInWorkflow', {
      ...{ workflowId, taskQueue: TASK_QUEUES.members, args: [input] },
    });
  };
  const applyForLedger = async () => {
    const [entryId, appliedAt] = [randomUUID(), await stage.env.currentTimeMs()];
    const milestones = [{ milestoneId: 'm1', dueAt: appliedAt + 86_400_000 }];
    const input = { ...matter(), entryId, appliedAt, days: 1, milestones, terms: termsOf('G4') };
    const workflowId = ledgerWorkflowId(entryId);
    return stage.client.workflow.start('ledgerWorkflow', {
      ...{ workflowId, taskQueue: TASK_QUEUES.whistles, args: [input] },
    });
  };

  it.each([
    ['a check-in', askMembers],
    ['a ledger entry', applyForLedger],
  ])('fails at once and is not tried again: %s', async (_what, begin) => {
    failure = (id) => new VersionConflict('row', id, 1, 3);
    const failed = (await begin()).result();
    await expect(failed).rejects.toBeInstanceOf(WorkflowFailedError);
    await expect(failed).rejects.toMatchObject({ cause: { type: 'VersionConflict' } });
    expect(attempts).toBe(1);
  });

  it('is nothing like a database that is away, which is waited for', async () => {
    failure = () => new Error('connection refused');
    const handle = await askMembers();
    for (const end = Date.now() + 10_000; attempts < 3;) {
      if (Date.now() > end) throw new Error('it was not tried again');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate();
  });
});
