import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkRepeatUpdate, processQuery, withdrawUpdate } from '../src/whistle/whistle.messages.js';
import { blow, until, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

const EARLIER = { repeatOf: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11', repeatOfNumber: 'ZX-2021-000009' };

describe('a matter that repeats a concluded one', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const link = (road: Road, earlier = EARLIER) => road.act(linkRepeatUpdate, 'liaisonOfficer', earlier);

  it('[4.5 repeat within 90 days of conclusion] is linked as a decision that moves nobody, and goes its own way', async () => {
    const road = await blow(stage);
    const before = await road.whistle.query(processQuery);
    expect(await link(road)).toEqual({ state: 'BLOWN', version: 2 });
    const [linked] = road.decisions();
    expect(linked).toMatchObject({ fact: { type: 'repeatLinked', ...EARLIER }, from: 'BLOWN', version: 2 });
    expect(linked!.by.role).toBe('liaisonOfficer');
    expect(linked!.after.progress.repeatOf).toBe(EARLIER.repeatOf);
    expect(await road.whistle.query(processQuery)).toEqual({ ...before, version: 2 });
    expect((await road.accept()).state).toBe('ASSIGNING');
    expect(road.decisions().at(-1)!.after.progress.repeatOf).toBe(EARLIER.repeatOf);
  });

  it('can be linked later too, while members are asked', async () => {
    const road = await blow(stage);
    await road.accept();
    expect((await link(road)).state).toBe('ASSIGNING');
  });

  it('is linked once, also when two press at the same moment', async () => {
    const road = await blow(stage);
    const other = { repeatOf: '5d5a8f5e-7c1d-4a53-9a4e-3f2f6f0a7c12', repeatOfNumber: 'ZX-2021-000008' };
    const both = await Promise.allSettled([link(road), link(road, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(link(road)).rejects.toMatchObject({
      cause: { type: 'repeatLinked', details: [{ state: 'BLOWN' }] },
    });
    expect(road.decisions().filter(({ fact }) => fact.type === 'repeatLinked')).toHaveLength(1);
  });

  it('is linked only while it is open', async () => {
    const road = await blow(stage);
    await road.act(withdrawUpdate, 'communityHead', { needsApproval: false });
    await until(async () => ((await road.whistle.describe()).status.name === 'COMPLETED' ? true : undefined));
    await expect(link(road)).rejects.toThrow();
    expect(road.decisions().some(({ fact }) => fact.type === 'repeatLinked')).toBe(false);
  });
});
