import { randomUUID } from 'node:crypto';
import { submissionWorkflowId } from '@hsl/contracts/workflow-ids';
import { screeningStages } from '@hsl/domain/submission-terms';
import { screeningQuery } from '@hsl/workflows/submission/submission.messages';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reconciling } from './reconciling.js';
import { Caller, eventually, TopicsService } from './topics-service.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FORM = { subdistrictId: 'zx', communityId: 'ZX01', text: '路灯坏了。' };
const ALL = ['reminder', 'overdue', 'escalated', 'leadership'];

describe('the reconciliation of the clocks of screenings with their workflows', () => {
  let topics: TopicsService;
  let liaison: Caller;
  let reconciling: Reconciling;
  beforeAll(async () => {
    topics = await TopicsService.start(['postgres', 'temporal']);
    await topics.know('ZX01', '聂寨');
    liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
    reconciling = new Reconciling(topics);
  }, 2 * MINUTE_MS);
  afterAll(() => topics?.stop(), MINUTE_MS);

  const clockOf = async (id: string) => (await topics.rows('SELECT * FROM submission_clock WHERE id = $1', id))[0];
  const clockIs = (id: string, state: string) =>
    eventually(
      () => clockOf(id),
      (clock) => clock?.['state'] === state,
    );
  const toldOf = async (id: string) =>
    (
      await topics.rows(
        `SELECT envelope->'data'->>'stage' AS stage FROM outbox_event WHERE subject = $1 ORDER BY position`,
        `screening/${id}`,
      )
    ).map(({ stage }) => stage);
  const begun = async (id: string) =>
    (await topics.rows(`SELECT 1 FROM timeline_entry WHERE aggregate_id = $1 AND kind = 'screeningAwaited'`, id))
      .length;

  /** Sent in just now; its clock runs. */
  async function sent(): Promise<string> {
    await new Caller(topics.origin).post('/api/submissions', FORM);
    const [{ id }] = (await liaison.get('/api/submissions?limit=1')).body.items;
    await clockIs(id, 'RUNNING');
    return id as string;
  }

  /** Came in two months ago and has been screened by nobody; with a clock that has said nothing, it is begun by nobody. */
  async function old({ hasClock }: { hasClock: boolean }): Promise<string> {
    const [like, id] = [await sent(), randomUUID()];
    const receivedAt = Date.now() - 60 * DAY_MS;
    if (hasClock) {
      await topics.rows(
        `INSERT INTO submission_clock (id, subdistrict_id, version, last_decision_id, state, stages, next_at)
         VALUES ($1, 'zx', 1, 'before', 'RUNNING', 0, $2)`,
        ...[id, new Date(screeningStages(receivedAt)[0]!.at)],
      );
    }
    await topics.rows(
      `INSERT INTO submission (id, subdistrict_id, version, last_decision_id, tracking_hash, channel, community_id,
         text, state, received_at, due_at)
       SELECT $2::uuid, subdistrict_id, 1, 'before', $2::text, channel, community_id, text, state, $3, $3
       FROM submission WHERE id = $1`,
      ...[like, id, new Date(receivedAt)],
    );
    await liaison.post(`/api/submissions/${like}/screening`, {});
    await clockIs(like, 'ENDED');
    return id;
  }

  /** Screened, so that its clock has nothing more to say. */
  async function screened(id: string, stages: number): Promise<void> {
    expect((await liaison.post(`/api/submissions/${id}/screening`, {})).status).toBe(200);
    expect(await clockIs(id, 'ENDED')).toMatchObject({ stages, next_at: null });
    const workflow = reconciling.temporal.workflow.getHandle(submissionWorkflowId(id));
    expect(await workflow.result()).toEqual({ stages });
  }

  it(
    'finds nothing where each runs, and begins one again that was terminated, by the same clock',
    async () => {
      const [id, other] = [await sent(), await sent()];
      expect(await reconciling.reconcile()).toMatchObject({ checked: 2, findings: [] });
      const before = await clockOf(id);
      await reconciling.terminate(submissionWorkflowId(id));
      const found = [...(await reconciling.findings()).values()];
      expect(found).toEqual([
        {
          ...{ process: { kind: 'screening', id }, kind: 'closed', isRepaired: true },
          row: { state: 'RUNNING', version: 1 },
        },
      ]);
      expect(await clockOf(id)).toEqual(before);
      const workflow = reconciling.temporal.workflow.getHandle(submissionWorkflowId(id));
      const { next } = await workflow.query(screeningQuery);
      expect(new Date(next!.at)).toEqual(before!['next_at']);
      expect(await begun(id)).toBe(1);
      await screened(id, 0);
      await screened(other, 0);
    },
    MINUTE_MS,
  );

  it(
    'begins one again that the server has forgotten: what came due meanwhile is said once and in order',
    async () => {
      const id = await old({ hasClock: true });
      expect((await reconciling.findings()).get(id)).toMatchObject({ kind: 'neverStarted', isRepaired: true });
      await eventually(
        () => toldOf(id),
        ({ length }) => length === ALL.length,
      );
      await reconciling.forget(submissionWorkflowId(id));
      expect((await reconciling.findings()).get(id)).toMatchObject({ kind: 'neverStarted', isRepaired: true });
      await screened(id, 4);
      expect([await toldOf(id), await begun(id)]).toEqual([ALL, 0]);
    },
    MINUTE_MS,
  );

  it(
    'begins one again that was lost before it was on record, or is not needed any more, and it comes to its end',
    async () => {
      const [unrecorded, needless] = [await old({ hasClock: false }), await sent()];
      await eventually(
        () => toldOf(unrecorded),
        ({ length }) => length === ALL.length,
      );
      for (const id of [unrecorded, needless]) await reconciling.terminate(submissionWorkflowId(id));
      await topics.rows('DELETE FROM submission_clock WHERE id = $1', unrecorded);
      await topics.rows('DELETE FROM outbox_event WHERE subject = $1', `screening/${unrecorded}`);
      await topics.rows('DELETE FROM timeline_entry WHERE aggregate_id = $1', unrecorded);
      await liaison.post(`/api/submissions/${needless}/screening`, {});
      expect((await clockOf(needless))!['state']).toBe('RUNNING');
      const found = await reconciling.findings();
      expect([found.get(unrecorded), found.get(needless)]).toMatchObject([{ isRepaired: true }, { isRepaired: true }]);
      await clockIs(needless, 'ENDED');
      expect(await toldOf(needless)).toEqual([]);
      await eventually(
        () => toldOf(unrecorded),
        ({ length }) => length === ALL.length,
      );
      await screened(unrecorded, 4);
    },
    MINUTE_MS,
  );

  it(
    'only reports one whose clock cannot be found again, and touches nothing',
    async () => {
      const id = await sent();
      await topics.rows(`UPDATE submission_clock SET next_at = next_at + interval '1 day' WHERE id = $1`, id);
      const before = await clockOf(id);
      await reconciling.forget(submissionWorkflowId(id));
      expect((await reconciling.findings()).get(id)).toMatchObject({ kind: 'neverStarted', isRepaired: false });
      expect(await clockOf(id)).toEqual(before);
      expect(await reconciling.statusOf(submissionWorkflowId(id))).toBeUndefined();
    },
    MINUTE_MS,
  );
});
