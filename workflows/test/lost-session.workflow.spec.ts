import { sessionWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionDecision } from '../src/deliberation/deliberation.activities.js';
import {
  holdSessionUpdate,
  sessionQuery,
  type DeliberationInput,
  type SessionResumed,
} from '../src/deliberation/deliberation.messages.js';
import { deliberateUpdate, processQuery, withdrawUpdate } from '../src/whistle/whistle.messages.js';
import { blow, by, until, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

/** The row of such a session is elsewhere when its first rung is to be recorded. */
const astray = new Set<string>();

/** Where it is terminated, or never begun again: `lost-errands.int.spec.ts`; the server that skips time tells nothing of either. */
describe('a matter whose session failed', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({
      async recordSessionDecision(decision: SessionDecision) {
        if (decision.fact.type === 'rung' && astray.delete(decision.sessionId)) {
          throw ApplicationFailure.nonRetryable('the row is elsewhere', 'VersionConflict');
        }
        stage.records.sessions.push(decision);
      },
    });
  }, 60_000);
  afterAll(() => stage.close(), 60_000);

  const stateOf = async ({ whistle }: Road) => (await whistle.query(processQuery)).state;
  const statusOf = async (workflowId: string) =>
    (await stage.client.workflow.getHandle(workflowId).describe()).status.name;

  /** It waits for the session, whose process is gone. */
  async function withoutSession() {
    const road = await blow(stage);
    await road.accept();
    await until(() => road.checkIns()[0]);
    await road.confirm('M01');
    await until(() => road.decisions().find(({ fact }) => fact.type === 'checkedIn'));
    const sessionId = `${road.whistleId}-1`;
    astray.add(sessionId);
    await road.act(deliberateUpdate, 'member', { sessionId });
    const { at: convenedAt, after } = await until(() => road.sessions()[0]);
    await stage.env.sleep('30 days');
    const workflowId = sessionWorkflowId(sessionId);
    await until(async () => ((await statusOf(workflowId)) === 'FAILED' ? true : undefined));
    const { whistleId, number, subdistrictId, communityId, terms } = road.input;
    const input: DeliberationInput = {
      ...{ sessionId, whistleId, number, subdistrictId, communityId, terms },
      ...{ purpose: 'dispatch', memberIds: ['M01'], convenedAt, convenedBy: 'zx-member' },
    };
    const beginAgain = (resumed: SessionResumed) =>
      stage.client.workflow.start('deliberationWorkflow', {
        ...{ workflowId, taskQueue: TASK_QUEUES.topics },
        args: [{ ...input, resumed, isBegunAgain: true }],
      });
    return { road, convenedAt, after, beginAgain };
  }
  const held = { by: by('member'), contentId: 'minutes' };

  it('goes on, and hears what the session came to that was begun again from its row', async () => {
    const { road, convenedAt, after, beginAgain } = await withoutSession();
    expect([await stateOf(road), await statusOf(road.whistle.workflowId)]).toEqual(['DELIBERATING', 'RUNNING']);
    const session = await beginAgain({ version: 1, round: 1, since: convenedAt, fired: 0 });
    expect((await session.query(sessionQuery)).dueAt).toBe(after.dueAt);
    // What it owes since then rings once and in order; nothing is convened a second time.
    await until(() => (road.sessions().length === 7 ? true : undefined));
    expect(road.sessions().map(({ version, fact }) => [version, fact.type])).toEqual([
      [1, 'convened'],
      ...[2, 3, 4, 5, 6, 7].map((version) => [version, 'rung']),
    ]);
    const again = await session.executeUpdate(holdSessionUpdate, { args: [{ ...held, outcome: 'none' }] });
    expect(again).toEqual({ state: 'CONVENED', version: 8 });
    await session.executeUpdate(holdSessionUpdate, { args: [{ ...held, outcome: 'partial' }] });
    const heard = await until(() => road.decisions().find(({ fact }) => fact.type === 'deliberated'));
    expect(heard.fact).toMatchObject({ outcome: 'partial' });
    expect((await road.dispatch('ZX-CGJ', 'ZX-XFD', 'ZX-GDG')).state).toBe('COORDINATING');
  }, 60_000);

  it('takes the outcome of a second session that goes on without the first', async () => {
    const { road, convenedAt, beginAgain } = await withoutSession();
    const session = await beginAgain({ version: 4, round: 2, since: convenedAt, fired: 6 });
    await session.executeUpdate(holdSessionUpdate, { args: [{ ...held, outcome: 'none' }] });
    expect(await session.result()).toEqual({ outcome: 'none', sessions: 2 });
    const heard = await until(() => road.decisions().find(({ fact }) => fact.type === 'deliberated'));
    expect(heard.fact).toMatchObject({ outcome: 'none' });
    expect(road.sessions().at(-1)).toMatchObject({ version: 5, fact: { type: 'held', isLast: true } });
  }, 60_000);

  it('only hears the outcome of one that was held before it was lost', async () => {
    const { road, convenedAt, beginAgain } = await withoutSession();
    const before = road.sessions().length;
    const session = await beginAgain({ version: 2, round: 1, since: convenedAt, fired: 0, heldWith: 'consensus' });
    expect(await session.result()).toEqual({ outcome: 'consensus', sessions: 1 });
    const heard = await until(() => road.decisions().find(({ fact }) => fact.type === 'deliberated'));
    expect(heard.fact).toMatchObject({ outcome: 'consensus' });
    expect(road.sessions()).toHaveLength(before);
  }, 60_000);

  it('calls off the one that was begun again, and ends, once nothing is wanted of it', async () => {
    const { road, convenedAt, beginAgain } = await withoutSession();
    const session = await beginAgain({ version: 1, round: 1, since: convenedAt, fired: 6 });
    await road.act(withdrawUpdate, 'communityHead', { needsApproval: false });
    await session.result();
    expect(road.sessions().at(-1)!.fact.type).toBe('cancelled');
    await road.whistle.result();
    expect(await statusOf(road.whistle.workflowId)).toBe('COMPLETED');
  }, 60_000);
});
