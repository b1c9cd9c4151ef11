import { setTimeout as sleep } from 'node:timers/promises';
import type { WhistleState } from '@hsl/contracts/states';
import type { Blown, Deliberation, DepartmentTask, Items, Whistle } from '../api-answers.js';
import { ApiProblem, type ApiClient } from '../api-client.js';
import type { Matter } from '../matter.js';
import { PARTS, type People } from '../people.js';
import { LOOK_EVERY_MS, SOON_MS, until } from '../until.js';

const EVIDENCE = [{ kind: 'after', note: '整改后照片 3 张' }];
const DAY_MS = 86_400_000;

/** How a story is told: how fast its subdistrict lives, and whether it waits for the look-backs. */
export interface Tempo {
  timeScale: number;
  isLong: boolean;
}

export interface ToAccept {
  grade: string;
  level?: string;
  track?: string;
}

/** One matter and everybody who has to do with it; each deed waits until it is due, and goes through the API only. */
export class Tale {
  constructor(
    readonly people: People,
    readonly matter: Matter,
    readonly communityId: string,
    private readonly tempo: Tempo,
  ) {}

  get isLong(): boolean {
    return this.tempo.isLong;
  }

  as(name: string): ApiClient {
    return this.people.as(`ys-${name}`);
  }

  /** The person of this matter's community. */
  local(part: 'worker' | 'worker2' | 'head'): ApiClient {
    return this.as(`${part}-${this.communityId.slice(-2)}`);
  }

  /** Does something to the matter. @throws ApiProblem for a refusal */
  act(who: ApiClient, deed: string, body: object = {}): Promise<unknown> {
    return who.post(`${this.matter.path}/${deed}`, body);
  }

  /** An instant so many days of the subdistrict from now. ISO 8601. */
  inDays(days: number): string {
    return new Date(Date.now() + (days * DAY_MS) / this.tempo.timeScale).toISOString();
  }

  /** Longer than so many days of the subdistrict last. */
  msOf(days: number): number {
    return (days * DAY_MS) / this.tempo.timeScale + 120_000;
  }

  /** The clock of a subdistrict that lives fast may accept before anybody can. */
  async accept({ grade, level = 'blue', track = 'immediate' }: ToAccept): Promise<void> {
    const body = { grade, level, track, tier: 'neighbourhood' };
    await unlessDone(() => this.act(this.as('liaison1'), 'acceptance', body), ['ASSIGNING', 'COORDINATING']);
  }

  /** The first who is asked comes; where all were too slow for the clock, the liaison officer stands in. */
  async arrive(): Promise<void> {
    await this.matter.until('委员报到', async ({ memberIds }) => {
      const isSubstituted = this.matter.entries.some(({ kind }) => kind === 'checkIn.substituted.v1');
      if (memberIds.length > 0 || isSubstituted) return true;
      const asked = (await this.matter.checkIns()).find(({ state }) => state === 'REQUESTED');
      if (!asked) return undefined;
      const client = this.people.as(PARTS.member(asked.member.id));
      await unlessDone(() => client.post(`/api/check-ins/${asked.id}/confirmation`, {}));
      return undefined;
    });
  }

  /** Convenes where nobody has yet, and closes each session of the list in turn. */
  async deliberate(...outcomes: ('consensus' | 'partial' | 'none')[]): Promise<void> {
    const liaison = this.as('liaison1');
    await this.act(liaison, 'sessions', { subject: '一起商量怎么办' });
    for (const [held, outcome] of outcomes.entries()) {
      const session = await this.matter.until('协商会', async () => {
        const path = `/api/deliberations?whistleId=${this.matter.blown.id}`;
        const { items } = await liaison.get<Items<Deliberation>>(path);
        return items.find(({ state, round }) => state === 'CONVENED' && round === held + 1);
      });
      const come = outcome === 'none' ? { nextStep: '逐户说明情况。' } : { consensus: '按方案办理。' };
      await liaison.post(`/api/deliberations/${session.id}/outcome`, {
        ...{ outcome, problem: '各方意见不一', attendance: 9, ...come },
      });
    }
  }

  async dispatch(lead: string, ...supporting: string[]): Promise<void> {
    await this.matter.until(
      '可以派单',
      async ({ waitingFor }) => waitingFor.some(({ step }) => step === 'dispatch') || undefined,
    );
    const unit = (code: string): string => `YS-${code}`;
    const body = { leadDepartmentId: unit(lead), supportingDepartmentIds: supporting.map(unit) };
    await this.act(this.as('liaison1'), 'dispatch', body);
  }

  /** The open task of a department, once it has one. */
  task(code: string, isThere: (task: DepartmentTask) => boolean = () => true): Promise<DepartmentTask> {
    return this.matter.until(`${code} 的任务`, async () =>
      (await this.matter.tasks()).findLast((one) => one.department.id === `YS-${code}` && isThere(one)),
    );
  }

  /** Does something to a department's task. */
  async onTask(who: ApiClient, code: string, deed: string, body: object = {}): Promise<void> {
    await who.post(`/api/department-tasks/${(await this.task(code)).id}/${deed}`, body);
  }

  /** In each round the departments acknowledge, unless the clock did, and feed back, the lead last. */
  async work(lead: string, ...supporting: string[]): Promise<void> {
    for (const code of [...supporting, lead]) {
      const client = this.as(`handler-${code.toLowerCase()}`);
      await unlessDone(() => this.onTask(client, code, 'acknowledgement'));
      await onceItMay(() => this.feedBack(code));
    }
  }

  async feedBack(code: string, by = 'handler'): Promise<void> {
    const body = { summary: '本单位负责的部分已办好。', evidence: EVIDENCE, contactedResident: true };
    await this.onTask(this.as(`${by}-${code.toLowerCase()}`), code, 'feedback', body);
  }

  /** Member and community worker go and see. */
  async pass(): Promise<void> {
    const { memberIds } = await this.inState('VERIFYING');
    const seen = { verdict: 'pass', note: '现场看过。', evidence: EVIDENCE };
    for (const id of memberIds.slice(0, 1)) await this.act(this.people.as(PARTS.member(id)), 'verification', seen);
    await unlessDone(() => this.act(this.local('worker'), 'verification', seen), ['REVISITING']);
  }

  /** Asks every resident behind it. */
  async revisit(satisfaction: 'satisfied' | 'dissatisfied', solved: 'yes' | 'no'): Promise<void> {
    const { reporters = [] } = await this.inState('REVISITING');
    const asked = reporters.length === 0 ? [{}] : reporters.map(({ id }) => ({ reporterId: id }));
    for (const who of asked) await this.act(this.as('liaison2'), 'revisits', { satisfaction, solved, ...who });
  }

  /** From the verification to the conclusion, with everybody content. */
  async endWell(): Promise<void> {
    await this.pass();
    await this.revisit('satisfied', 'yes');
    await this.inState('CONCLUDED');
  }

  inState(state: WhistleState, timeoutMs?: number): Promise<Whistle> {
    const what = `进入 ${state}`;
    return this.matter.until(what, async (seen) => (seen.state === state ? seen : undefined), timeoutMs);
  }
}

/** Blows a whistle; categories and departments of a platform that was seeded a moment ago are waited for. */
export async function blowAs(client: ApiClient, body: object): Promise<Blown> {
  return until('分类、单位已传到各服务', async () => {
    try {
      return await client.post<Blown>('/api/whistles', body);
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code?.startsWith('unknown')) return undefined;
      throw error;
    }
  });
}

/** A deed that the clock, or somebody else, may have been faster with. */
async function unlessDone(deed: () => Promise<unknown>, states?: readonly string[]): Promise<void> {
  try {
    await deed();
  } catch (error) {
    const isDone = error instanceof ApiProblem && error.status === 409;
    if (!isDone || (states && !states.includes(error.problem.state ?? ''))) throw error;
  }
}

/**
 * While services are being killed a feedback was seen to be refused for a moment though the row said acknowledged. A
 * person tries again, and so does this; what lasts is told as the platform told it.
 */
async function onceItMay(deed: () => Promise<void>): Promise<void> {
  for (const giveUpAt = Date.now() + SOON_MS; ;) {
    try {
      return await deed();
    } catch (error) {
      const isEarly = error instanceof ApiProblem && error.status === 409 && error.problem.state === 'ACKNOWLEDGED';
      if (!isEarly || Date.now() > giveUpAt) throw error;
      await sleep(LOOK_EVERY_MS);
    }
  }
}
