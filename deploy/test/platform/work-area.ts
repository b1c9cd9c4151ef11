import type { Story } from './story.js';

/**
 * One liaison officer takes a whistle of a community through triage, dispatch and revisit; everybody else does their part.
 * @returns the kinds of what the officer did, as the history of the whistle tells
 */
export async function workArea(tale: Story, officer: string, communityId: string): Promise<string[]> {
  const { as, ok } = tale;
  const community = communityId.slice(2);
  // Community i has the members 2i − 1 and 2i (domain 6).
  const member = `member-${String(Number(community) * 2 - 1).padStart(2, '0')}`;
  const worker = `worker-${community}`;
  const blown = { kind: 'hardProblem', categoryCode: 'C1', communityId, place: '东门', facts: '电动车占道' };
  const { id } = ok('blow', await as(worker).post('/api/whistles', blown));
  const step = async (path: string, body: object) =>
    ok(path, await as(officer).post(`/api/whistles/${id}/${path}`, body));
  await step('acceptance', { grade: 'G3' });
  await tale.checkIn(id, member);
  await step('dispatch', { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: [] });
  await tale.acknowledge(id, 'cgj');
  await tale.feedBack(id, 'cgj');
  await tale.inState(id, 'VERIFYING');
  await tale.verify(id, 'pass', member);
  await tale.verify(id, 'pass', worker);
  await step('revisits', { satisfaction: 'satisfied', solved: 'yes' });
  await tale.inState(id, 'CONCLUDED');
  const { items } = ok('timeline', await as(officer).get(`/api/whistles/${id}/timeline`));
  const own = items.filter(({ actor }: { actor?: { userId: string } }) => actor?.userId === `zx-${officer}`);
  return own.map(({ kind }: { kind: string }) => kind);
}
