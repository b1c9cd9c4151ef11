import { randomUUID } from 'node:crypto';
import { followUpWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import type { Grade } from '@hsl/contracts/grades';
import type { LookBackResult } from '@hsl/contracts/states';
import { lookBacksDueAt } from '@hsl/domain/matter-terms';
import { whistleProgress } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followUpQuery, reportLookBackUpdate, type FollowUpInput } from '../src/follow-up/follow-up.messages.js';
import { by, termsOf, until } from './road.js';
import { openStage, type Stage } from './stage.js';

describe('the watch over a concluded matter', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  async function conclude(grade: Grade) {
    const whistleId = randomUUID();
    const terms = termsOf(grade);
    const concludedAt = await stage.env.currentTimeMs();
    const concluded: FollowUpInput['concluded'] = {
      ...{ state: 'CONCLUDED', grade, level: 'blue', ruleSetVersion: 1, waitingFor: [], deadlines: [] },
      progress: whistleProgress({ conclusions: 1 }),
    };
    const handle = await stage.client.workflow.start('followUpWorkflow', {
      workflowId: followUpWorkflowId(whistleId),
      taskQueue: TASK_QUEUES.whistles,
      args: [
        {
          whistleId,
          subdistrictId: 'zx',
          version: 7,
          concluded,
          terms,
          concludedAt,
          firstSequence: 1,
          lookBacksDueAt: lookBacksDueAt(terms, concludedAt),
        },
      ],
    });
    const facts = () => stage.records.whistles.filter((one) => one.whistleId === whistleId);
    return {
      ...{ handle, facts, concludedAt },
      due: (sequence: number) =>
        until(() => facts().find(({ fact }) => fact.type === 'lookBackDue' && fact.sequence === sequence)),
      report: (sequence: number, result: LookBackResult) =>
        handle.executeUpdate(reportLookBackUpdate, { args: [{ by: by('communityWorker'), sequence, result }] }),
    };
  }
  const days = (from: number, at: number) => Math.round((at - from) / 86_400_000);

  it('[4.3 G4 lookBack] [S64] looks back on a complex matter after 30, 90 and 180 days and then archives it', async () => {
    const watch = await conclude('G4');
    for (const [index, day] of [30, 90, 180].entries()) {
      await stage.env.sleep(watch.concludedAt + day * 86_400_000 - (await stage.env.currentTimeMs()) + 1000);
      const due = await watch.due(index + 1);
      expect(days(watch.concludedAt, due.at)).toBe(day);
      const { state } = await watch.report(index + 1, 'STABLE');
      expect(state).toBe(day === 180 ? 'ARCHIVED' : 'LOOKING_BACK');
    }
    await watch.handle.result();
    expect(watch.facts().map(({ version }) => version)).toEqual([8, 9, 10, 11, 12, 13]);
  });

  it('[4.3 G1 lookBack] looks back on an emergency after 7 and 30 days, [4.3 G2 lookBack] [4.3 G3 lookBack] on others after 30', async () => {
    for (const [grade, daysAfter] of [
      ['G1', [7, 30]],
      ['G2', [30]],
      ['G3', [30]],
    ] as const) {
      const watch = await conclude(grade);
      for (const [index, day] of daysAfter.entries()) {
        await stage.env.sleep(watch.concludedAt + day * 86_400_000 - (await stage.env.currentTimeMs()) + 1000);
        const due = await watch.due(index + 1);
        expect([grade, days(watch.concludedAt, due.at)]).toEqual([grade, day]);
        const { state } = await watch.report(index + 1, 'STABLE');
        expect(state).toBe(index === daysAfter.length - 1 ? 'ARCHIVED' : 'LOOKING_BACK');
      }
      await watch.handle.result();
    }
  });

  it('[4.2 look back] blows a new whistle when the trouble is back, and looks back no more', async () => {
    const watch = await conclude('G1');
    await stage.env.sleep('7 days');
    await watch.due(1);
    expect((await watch.report(1, 'REBOUND')).state).toBe('ARCHIVED');
    await watch.handle.result();
    expect(watch.facts().at(-1)!.fact).toMatchObject({
      type: 'lookBackReported',
      result: 'REBOUND',
      reboundWhistleId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('refuses a report before the day has come, and a second one', async () => {
    const watch = await conclude('G3');
    await expect(watch.report(1, 'STABLE')).rejects.toMatchObject({ cause: { type: 'lookBackNotDue' } });
    await stage.env.sleep('31 days');
    await watch.due(1);
    await expect(watch.report(2, 'STABLE')).rejects.toMatchObject({ cause: { type: 'lookBackNotDue' } });
    expect((await watch.handle.query(followUpQuery)).lookBacks).toHaveLength(1);
  });

  it('[S120] reminds and warns when nobody goes to look', async () => {
    const watch = await conclude('G3');
    await stage.env.sleep('60 days');
    const kinds = watch.facts().flatMap(({ fact }) => (fact.type === 'rung' ? [fact.kind] : []));
    expect(kinds).toEqual(['reminder', 'yellowCard', 'redCard', 'superviseOrder', 'interview', 'escalatedSupervision']);
    expect((await watch.handle.query(followUpQuery)).state).toBe('LOOKING_BACK');
  });
});
