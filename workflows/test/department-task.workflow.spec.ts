import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskQuery } from '../src/department-task/department-task.messages.js';
import { blow, toCoordinating, until, work, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

const rungsOf = (road: Road, taskId: string) =>
  road
    .tasks()
    .flatMap(({ taskId: id, fact, at }) =>
      id === taskId && fact.type === 'rung' ? [{ step: fact.step, kind: fact.kind, at }] : [],
    );

describe('a department and its task', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('[4.4 rung 1] [4.4 rung 2] [4.4 rung 3] climbs reminder, yellow and red card when nobody acknowledges', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await road.acknowledge(supporting);
    const { deadlines } = await road.task(lead).query(taskQuery);
    await stage.env.sleep(deadlines[0]!.dueAt - (await stage.env.currentTimeMs()) + 1000);
    const rungs = await until(() => (rungsOf(road, lead).length >= 3 ? rungsOf(road, lead) : undefined));
    expect(rungs.filter((one) => one.step === 'acknowledge').map(({ kind }) => kind)).toEqual([
      'reminder',
      'yellowCard',
      'redCard',
    ]);
    expect(rungs.map(({ at }) => at)).toEqual(rungs.map(({ at }) => at).sort((a, b) => a - b));
    expect(rungsOf(road, supporting).filter((one) => one.step === 'acknowledge')).toEqual([]);
  });

  it('[4.4 each rung once] fires no further rung of a step that is done, and none twice', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await road.acknowledge(lead);
    await stage.env.sleep('60 days');
    const rungs = rungsOf(road, lead).filter(({ step }) => step === 'feedback');
    expect(rungs.map(({ step, kind }) => `${step} ${kind}`)).toEqual([
      'feedback reminder',
      'feedback yellowCard',
      'feedback redCard',
      'feedback superviseOrder',
      'feedback interview',
      'feedback escalatedSupervision',
    ]);
    const owed = rungsOf(road, supporting).filter(({ step }) => step !== 'orderAnswer');
    const silent = owed.map(({ step, kind }) => `${step} ${kind}`);
    expect(new Set(silent).size).toBe(silent.length);
    // The fourth rung of the acknowledgement counts as acknowledged: its fifth and sixth never fire (domain 4.5).
    expect(silent.filter((rung) => rung.startsWith('acknowledge'))).toHaveLength(4);
    expect(silent.filter((rung) => rung.startsWith('feedback'))).toHaveLength(6);
  });

  it('[S118] takes no feedback before the acknowledgement, and one feedback only', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await expect(road.feedBack(lead)).rejects.toMatchObject({
      cause: { type: 'wrongState', details: [{ state: 'DISPATCHED' }] },
    });
    await work(road, supporting, lead);
    await expect(road.feedBack(lead)).rejects.toThrow();
  });

  it('[4.3 G3 acknowledge] runs both clocks from the dispatch, not from the acknowledgement', async () => {
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    const dispatchedAt = road.decisions().at(-1)!.at;
    await stage.env.sleep('2 hours');
    await road.acknowledge(lead);
    const view = await road.task(lead).query(taskQuery);
    expect(view.deadlines.map(({ step, startedAt }) => [step, startedAt])).toEqual([
      ['acknowledge', dispatchedAt],
      ['feedback', dispatchedAt],
    ]);
    expect(view.state).toBe('ACKNOWLEDGED');
  });
});
