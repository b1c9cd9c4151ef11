import { submissionWorkflowId } from '@hsl/contracts/workflow-ids';
import { screeningStages } from '@hsl/domain/submission-terms';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { screeningQuery } from '@hsl/workflows/submission/submission.messages';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller, eventually, TopicsService } from './topics-service.js';

let topics: TopicsService;
let resident: Caller;
let liaison: Caller;

const FORM = { subdistrictId: 'zx', communityId: 'ZX01', text: '路灯坏了。' };
const DAY_MS = 86_400_000;

async function sent(): Promise<{ id: string; receivedAt: string; code: string }> {
  const { body: receipt } = await resident.post('/api/submissions', FORM);
  const [{ id, receivedAt }] = (await liaison.get('/api/submissions?limit=1')).body.items;
  return { id, receivedAt, code: receipt.trackingCode };
}
const clockOf = async (id: string) =>
  (await topics.rows('SELECT state, stages, next_at FROM submission_clock WHERE id = $1', id))[0];
const running = (id: string) =>
  eventually(
    () => clockOf(id),
    (clock) => clock?.['state'] === 'RUNNING',
  );
const ended = (id: string) =>
  eventually(
    () => clockOf(id),
    (clock) => clock?.['state'] === 'ENDED',
  );
const stagesOf = async (id: string) =>
  (
    await topics.rows(
      `SELECT envelope->'data'->>'stage' AS stage FROM outbox_event WHERE subject = $1 ORDER BY position`,
      `screening/${id}`,
    )
  ).map(({ stage }) => stage);

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'temporal']);
  await topics.know('ZX01', '聂寨');
  resident = new Caller(topics.origin);
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
}, 90_000);

afterAll(async () => {
  await topics?.stop();
});

describe('the clock of a screening', () => {
  it('begins when a submission has come in, and ends when it was screened, ended or taken back', async () => {
    const { id, receivedAt } = await sent();
    const clock = await running(id);
    const [reminder] = screeningStages(new Date(receivedAt).getTime());
    expect(clock).toMatchObject({ stages: 0, next_at: new Date(reminder!.at) });
    const handle = topics.app.get(TemporalClient).workflow.getHandle(submissionWorkflowId(id));
    expect(await handle.query(screeningQuery)).toMatchObject({ isOpen: true, stages: 0 });
    await liaison.post(`/api/submissions/${id}/screening`, {});
    expect(await ended(id)).toMatchObject({ stages: 0, next_at: null });
    expect(await handle.result()).toEqual({ stages: 0 });
    const [answered, taken] = [await sent(), await sent()];
    await Promise.all([running(answered.id), running(taken.id)]);
    await liaison.post(`/api/submissions/${answered.id}/answer`, { answer: '已报修。' });
    await resident.post(`/api/submissions/track/${taken.code}/withdrawal`, {});
    await Promise.all([ended(answered.id), ended(taken.id)]);
    expect(await stagesOf(id)).toEqual([]);
  });

  it('says each stage once and in order when it was late to begin, and tells ids and codes only', async () => {
    const { id } = await sent();
    await running(id);
    const old = '1b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11';
    await topics.rows(
      `INSERT INTO submission (id, subdistrict_id, version, last_decision_id, tracking_hash, channel, community_id,
         text, state, received_at, due_at)
       SELECT $2, subdistrict_id, 1, 'before', 'of-before', channel, community_id, text, state, $3, $3
       FROM submission WHERE id = $1`,
      ...[id, old, new Date(Date.now() - 60 * DAY_MS)],
    );
    expect(
      await eventually(
        () => stagesOf(old),
        (stages) => stages.length === 4,
      ),
    ).toEqual([...['reminder', 'overdue', 'escalated', 'leadership']]);
    await liaison.post(`/api/submissions/${old}/screening`, {});
    expect(await ended(old)).toMatchObject({ stages: 4 });
    const outbox = await topics.rows('SELECT envelope FROM outbox_event WHERE subject = $1', `screening/${old}`);
    expect(JSON.stringify(outbox)).not.toContain('路灯');
  });
});
