import { randomUUID } from 'node:crypto';
import type { Finding, PageFound, Place, ReconciliationFound } from '@hsl/contracts/reconciliation';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, type Stage } from './stage.js';

interface Asked {
  subdistrictId: string;
  place: Place;
}

/** Pages of rows; a run of the workflow looks at a hundred. */
const PAGES: Record<string, number> = { zx: 150, ys: 2 };

describe('a reconciliation of more pages than one run looks at', () => {
  let stage: Stage;
  let asked: Asked[] = [];
  let kept: ReconciliationFound[] = [];
  let refusals = 0;

  const finding = (whistleId: string): Finding => ({ whistleId, kind: 'closed', isRepaired: whistleId === 'zx-7' });
  /** Each page is named by its number; the seventh and the last page of zx have a finding. */
  async function pageOf({ subdistrictId, place }: Asked): Promise<PageFound> {
    if (refusals > 0) {
      refusals -= 1;
      throw new Error('the server is away');
    }
    asked.push({ subdistrictId, place });
    const page = Number(place.after ?? 0) + 1;
    const findings = subdistrictId === 'zx' && [7, PAGES['zx']].includes(page) ? [finding(`zx-${page}`)] : [];
    if (place.part === 'rows' && page < PAGES[subdistrictId]!)
      return { checked: 10, findings, next: { part: 'rows', after: String(page) } };
    if (place.part === 'rows') return { checked: 10, findings, next: { part: 'workflows' } };
    return { checked: 1, findings: [] };
  }

  beforeAll(async () => {
    stage = await openStage({
      reconcileSubdistricts: async () => Object.keys(PAGES),
      reconcilePage: pageOf,
      recordReconciliation: async (found) => void kept.push(found),
    });
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    [asked, kept] = [[], []];
  });

  const reconcile = async (taskQueue: string = TASK_QUEUES.whistles, input: object = {}) => {
    const workflowId = `reconciliation/${randomUUID()}`;
    const options = { workflowId, taskQueue, args: [input] };
    const handle = await stage.client.workflow.start('reconciliationWorkflow', options);
    await handle.result();
    return handle;
  };

  it('looks at every page once and in order, one subdistrict after the other, over several runs', async () => {
    const { workflowId, firstExecutionRunId } = await reconcile();
    const rows = (subdistrictId: string) =>
      Array.from({ length: PAGES[subdistrictId]! }, (_one, index) => [subdistrictId, 'rows', index || undefined]);
    const seen = asked.map(({ subdistrictId, place: { part, after } }) => [
      ...[subdistrictId, part, after === undefined ? undefined : Number(after)],
    ]);
    expect(seen).toEqual([
      ...[...rows('zx'), ['zx', 'workflows', undefined]],
      ...[...rows('ys'), ['ys', 'workflows', undefined]],
    ]);
    const last = await stage.client.workflow.getHandle(workflowId).describe();
    expect(last.runId).not.toBe(firstExecutionRunId);
    const first = await stage.client.workflow.getHandle(workflowId, firstExecutionRunId).describe();
    expect(first.status.name).toBe('CONTINUED_AS_NEW');
  });

  it('adds up what it found over the runs, and names them all alike', async () => {
    const { firstExecutionRunId: roundId } = await reconcile();
    expect(kept).toEqual([
      {
        ...{ roundId, subdistrictId: 'zx', checked: 1501, repaired: 1, reported: 1 },
        ...{ startedAt: expect.any(Number), finishedAt: expect.any(Number) },
        findings: [finding('zx-7'), finding('zx-150')],
      },
      expect.objectContaining({ roundId, subdistrictId: 'ys', checked: 21, repaired: 0, reported: 0, findings: [] }),
    ]);
    expect(kept[0]!.finishedAt).toBeGreaterThanOrEqual(kept[0]!.startedAt);
  });

  it('goes on with the page at which the server was away', async () => {
    refusals = 2;
    await reconcile();
    expect(asked).toHaveLength(154);
    expect(kept.map(({ checked }) => checked)).toEqual([1501, 21]);
  });

  it('is the same for another owner of rows, on its own queue, whose reports the whistles’ owner keeps', async () => {
    await reconcile(TASK_QUEUES.members, { owner: 'members' });
    expect(kept.map(({ owner, subdistrictId, checked }) => [owner, subdistrictId, checked])).toEqual([
      ['members', 'zx', 1501],
      ['members', 'ys', 21],
    ]);
  });
});
