import { eventually, type Answer } from './client.js';
import type { Platform } from './platform.js';

type Prefix = 'zx' | 'ys';

/** The people of one subdistrict's first community, and what they do with a whistle, through HTTP only. */
export function story(platform: Platform, prefix: Prefix = 'zx') {
  const upper = prefix.toUpperCase();
  const as = (name: string) => platform.as(`${prefix}-${name}`);
  const ok = (what: string, answer: Answer): Answer['body'] => {
    if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const whistle = async (id: string) => ok('read', await as('liaison1').get(`/api/whistles/${id}`));
  const inState = (id: string, state: string, timeoutMs?: number) =>
    eventually(
      `whistle ${state}`,
      async () => {
        const seen = await whistle(id);
        return seen.state === state && seen;
      },
      timeoutMs,
    );
  const taskOf = (id: string, department: string) =>
    eventually(`task of ${department}`, async () => {
      const { items } = ok(
        'tasks',
        await as(`handler-${department}`).get(`/api/department-tasks?mine=true&whistleId=${id}`),
      );
      return items[0];
    });
  const checkInOf = (id: string, member: string, state = 'REQUESTED', timeoutMs?: number) =>
    eventually(
      `check-in ${state} of ${member}`,
      async () => {
        const { items } = ok('check-ins', await as(member).get(`/api/check-ins?mine=true&whistleId=${id}`));
        return items.find((one: { state: string }) => one.state === state);
      },
      timeoutMs,
    );
  return {
    ...{ as, ok, whistle, inState, taskOf, checkInOf, upper },
    async blow(body: object = {}, headers?: Record<string, string>) {
      const full = {
        kind: 'hardProblem',
        categoryCode: 'C1',
        communityId: `${upper}01`,
        place: '东门',
        facts: '电动车占道',
        ...body,
      };
      return ok('blow', await as('worker-01').post('/api/whistles', full, headers));
    },
    async accept(id: string, grade = 'G3') {
      return ok('accept', await as('liaison1').post(`/api/whistles/${id}/acceptance`, { grade }));
    },
    async checkIn(id: string, member = 'member-01') {
      const { id: checkInId } = await checkInOf(id, member);
      ok('confirm', await as(member).post(`/api/check-ins/${checkInId}/confirmation`));
      await inState(id, 'CHECKED_IN');
    },
    async dispatch(id: string, lead = 'CGJ', ...supporting: string[]) {
      const body = {
        leadDepartmentId: `${upper}-${lead}`,
        supportingDepartmentIds: supporting.map((code) => `${upper}-${code}`),
      };
      return ok('dispatch', await as('liaison1').post(`/api/whistles/${id}/dispatch`, body));
    },
    async acknowledge(id: string, department: string) {
      const task = await taskOf(id, department);
      return ok(
        'acknowledge',
        await as(`handler-${department}`).post(`/api/department-tasks/${task.id}/acknowledgement`),
      );
    },
    /** The lead's integrated feedback is the head's to give in a rework; a handler gives it otherwise. */
    async feedBack(id: string, department: string, by = 'handler') {
      const task = await taskOf(id, department);
      const body = { summary: '已办好', evidence: [{ kind: 'after', note: '现场已清' }] };
      return ok('feedback', await as(`${by}-${department}`).post(`/api/department-tasks/${task.id}/feedback`, body));
    },
    async verify(id: string, verdict: 'pass' | 'fail', by: string) {
      const body = { verdict, ...(verdict === 'fail' ? { note: '还有两处没清' } : {}) };
      return ok('verify', await as(by).post(`/api/whistles/${id}/verification`, body));
    },
    async revisit(id: string, satisfaction = 'satisfied', solved = 'yes') {
      return ok('revisit', await as('liaison2').post(`/api/whistles/${id}/revisits`, { satisfaction, solved }));
    },
  };
}

export type Story = ReturnType<typeof story>;

/** Accepted, a member there, and with those departments, the first of which leads. */
export async function toDispatched(tale: Story, id: string, lead = 'CGJ', ...supporting: string[]): Promise<void> {
  await tale.accept(id);
  await tale.checkIn(id);
  await tale.dispatch(id, lead, ...supporting);
}

/** Everybody does their part until the departments have fed back. */
export async function toVerifying(tale: Story, id: string): Promise<void> {
  await toDispatched(tale, id, 'CGJ', 'XFD');
  for (const department of ['xfd', 'cgj']) {
    await tale.acknowledge(id, department);
    await tale.feedBack(id, department);
  }
  await tale.inState(id, 'VERIFYING');
}

export async function toConcluded(tale: Story, id: string): Promise<void> {
  await toVerifying(tale, id);
  await tale.verify(id, 'pass', 'member-01');
  await tale.verify(id, 'pass', 'worker-01');
  await tale.revisit(id);
}
