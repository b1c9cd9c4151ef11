import { describe, expect, it } from '@jest/globals';
import { rankMembers, type Candidate } from './member-ranking.js';

const member = (memberId: string, facts: Partial<Candidate> = {}): Candidate => ({
  memberId,
  postedHere: false,
  skills: [],
  openLoad: 0,
  ...facts,
});
const ids = (candidates: Candidate[], skills: string[], count = 2) =>
  rankMembers(candidates, skills, count).map((pick) => pick.memberId);

describe('choosing whom to ask', () => {
  it('asks who is posted to the community before anybody else, however skilled', () => {
    expect(ids([member('B', { skills: ['fire'] }), member('A', { postedHere: true })], ['fire'], 1)).toEqual(['A']);
  });

  it('asks the better skilled among those posted here', () => {
    const here = { postedHere: true };
    expect(ids([member('A', here), member('B', { ...here, skills: ['fire'] })], ['fire'], 1)).toEqual(['B']);
  });

  it('asks the one with less on the table among equals, and says why', () => {
    const [pick] = rankMembers(
      [member('A', { openLoad: 2 }), member('B', { openLoad: 1, skills: ['law'] })],
      ['fire'],
      1,
    );
    expect(pick).toEqual({ memberId: 'B', reason: { postedHere: false, skillsMatched: [], openLoad: 1, rank: 1 } });
  });

  it('makes the same choice whatever the order of the candidates', () => {
    const candidates = ['C', 'A', 'B'].map((id) => member(id));
    expect(ids(candidates, [])).toEqual(ids([...candidates].reverse(), []));
  });

  it('gives equal members equal shares over a hundred whistles', () => {
    const load = new Map([
      ['A', 0],
      ['B', 0],
    ]);
    for (let whistle = 0; whistle < 100; whistle += 1) {
      const [pick] = rankMembers(
        [...load].map(([id, openLoad]) => member(id, { openLoad })),
        [],
        1,
      );
      load.set(pick!.memberId, load.get(pick!.memberId)! + 1);
    }
    expect([...load.values()]).toEqual([50, 50]);
  });
});
