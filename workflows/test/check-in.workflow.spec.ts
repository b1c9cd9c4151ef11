import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkInQuery, claimUpdate, declineUpdate } from '../src/check-in/check-in.messages.js';
import { blow, by, termsOf, until, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

const factsOf = (road: Road) => road.checkIns().map(({ fact }) => fact);
const asked = (road: Road) => until(() => factsOf(road).find((fact) => fact.type === 'requested'));
const stateOf = (road: Road) => road.decisions().at(-1)?.after.state;

describe('members who are asked to check in', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  async function accepted(): Promise<Road> {
    const road = await blow(stage);
    await road.accept();
    await asked(road);
    return road;
  }

  it('[S104] [4.2 checkIn] moves the whistle with the first who comes, and still records the second', async () => {
    const road = await accepted();
    expect(await road.confirm('M02')).toEqual({ checkInId: `${road.whistleId}:M02`, state: 'CONFIRMED' });
    await until(() => (stateOf(road) === 'CHECKED_IN' ? true : undefined));
    await road.confirm('M01');
    await road.checkIn.result();
    expect(road.decisions().filter(({ fact }) => fact.type === 'checkedIn')).toHaveLength(1);
    expect(factsOf(road).flatMap((fact) => (fact.type === 'confirmed' ? [[fact.memberId, fact.first]] : []))).toEqual([
      ['M02', true],
      ['M01', false],
    ]);
  });

  it('[4.5 no member checks in] marks the silent as missed and asks the next two with half the time', async () => {
    const road = await accepted();
    await stage.env.sleep('5 days');
    const missed = await until(() => factsOf(road).find((fact) => fact.type === 'missed'));
    expect(missed).toMatchObject({
      checkInIds: [`${road.whistleId}:M01`, `${road.whistleId}:M02`],
      ask: { round: 2, count: 2 },
    });
    expect(
      factsOf(road)
        .map(({ type }) => type)
        .slice(0, 3),
    ).toEqual(['requested', 'reminded', 'missed']);
    const first = factsOf(road).flatMap((fact) => (fact.type === 'requested' ? [fact.ask.deadline] : []))[0]!;
    const second = missed.type === 'missed' ? missed.ask!.deadline : first;
    expect(second.dueAt).toBeGreaterThan(first.dueAt);
    expect(second.dueAt - second.startedAt).toBeLessThan(first.dueAt - first.startedAt);
  });

  it('[4.3 G2 checkIn] gives an urgent whistle 24 hours of wall-clock time', async () => {
    const road = await blow(stage, { defaultGrade: 'G2', terms: termsOf('G2') });
    await road.accept('G2');
    const fact = await asked(road);
    const { deadline } = (fact as { ask: { deadline: { dueAt: number; startedAt: number } } }).ask;
    expect(deadline.dueAt - deadline.startedAt).toBe(24 * 3_600_000);
  });

  it('[4.5 no member checks in] lets the liaison officer stand in after two silent rounds', async () => {
    const road = await accepted();
    await stage.env.sleep('20 days');
    await until(() => (stateOf(road) === 'CHECKED_IN' ? true : undefined));
    expect(factsOf(road).at(-1)).toEqual({ type: 'substituted' });
    expect(road.decisions().map(({ fact }) => fact)).toContainEqual({ type: 'checkedIn', substituted: true });
    await road.checkIn.result();
  });

  it('[4.5 member declines] asks the next member at once, with a clock of their own', async () => {
    const road = await accepted();
    const command = { by: by('member'), checkInId: `${road.whistleId}:M01`, reasonCode: 'conflictOfInterest' } as const;
    expect((await road.checkIn.executeUpdate(declineUpdate, { args: [command] })).state).toBe('DECLINED');
    const view = await road.checkIn.query(checkInQuery);
    expect(view.asked.map(({ memberId, state }) => `${memberId} ${state}`)).toEqual([
      'M01 DECLINED',
      'M02 REQUESTED',
      'M03 REQUESTED',
    ]);
  });

  it('[4.2 assign] lets a member who was not asked claim it while nobody has come, and only then', async () => {
    const road = await accepted();
    const claim = (memberId: string) =>
      road.checkIn.executeUpdate(claimUpdate, { args: [{ by: by('member'), memberId }] });
    const { checkInId, state } = await claim('M09');
    expect([state, checkInId]).toEqual(['CONFIRMED', expect.any(String)]);
    await until(() => (stateOf(road) === 'CHECKED_IN' ? true : undefined));
    expect(road.decisions().at(-1)!.after.progress.memberIds).toEqual(['M09']);
    await expect(claim('M08')).rejects.toMatchObject({ cause: { type: 'alreadyAnswered' } });
    const other = await accepted();
    expect(
      (await other.checkIn.executeUpdate(claimUpdate, { args: [{ by: by('member'), memberId: 'M01' }] })).checkInId,
    ).toBe(`${other.whistleId}:M01`);
  });

  it('refuses a member who was not asked, and one who has answered', async () => {
    const road = await accepted();
    await expect(road.confirm('M09')).rejects.toMatchObject({ cause: { type: 'memberNotAsked' } });
    await road.confirm('M01');
    await expect(road.confirm('M01')).rejects.toMatchObject({ cause: { type: 'alreadyAnswered' } });
  });

  it('keeps the clock of the second member after the first has come', async () => {
    const road = await accepted();
    await road.confirm('M01');
    await road.checkIn.result();
    expect(factsOf(road).at(-1)).toEqual({ type: 'missed', checkInIds: [`${road.whistleId}:M02`] });
    expect((await road.checkIn.query(checkInQuery)).asked).toHaveLength(2);
  });

  it('goes straight to the liaison officer when there is nobody to ask', async () => {
    const road = await blow(stage, {}, []);
    await road.accept();
    await until(() => (stateOf(road) === 'CHECKED_IN' ? true : undefined));
    expect(factsOf(road).map(({ type }) => type)).toEqual(['requested', 'substituted']);
  });
});
