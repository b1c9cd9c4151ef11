import { randomUUID } from 'node:crypto';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { WaitingFor } from '@hsl/contracts/steps';
import type { MatterEvent, RungEvent, SnapshotEvent, TaskEvent } from '../src/projection/whistle-events.js';

/** Monday 2026-11-23 09:00 in Asia/Shanghai. */
export const START = Date.UTC(2026, 10, 23, 1);
const HOUR_MS = 3_600_000;

const COMMUNITIES = ['ZX01', 'ZX02', 'ZX03'];
const DEPARTMENTS = ['ZX-CGJ', 'ZX-ZJJ', 'ZX-XFD', 'ZX-GDG'];
const MEMBERS = ['ZX-M01', 'ZX-M02', 'ZX-M03'];

/** A whole number below `limit`, seeded: the same numbers every time. */
export type Dice = (limit: number) => number;

/** mulberry32 */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

export function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const left = [...items];
  return items.map(() => left.splice(dice(left.length), 1)[0]!);
}

/** Follows one whistle along its road for a random number of steps, as its three owners would publish it. */
export class RandomMatter {
  readonly events: MatterEvent[] = [];
  private readonly sequences = new Map<string, number>();
  private readonly taskVersions = new Map<string, number>();
  private readonly taskIds = new Map<string, string>();
  private snapshot: WhistleSnapshot;
  private at = START;
  private rounds = 0;

  constructor(
    private readonly dice: Dice,
    number: string,
    steps = dice(9),
  ) {
    const communityId = this.one(COMMUNITIES);
    this.snapshot = {
      ...{ whistleId: randomUUID(), number, version: 1, state: 'BLOWN', communityId, categoryCode: 'C1' },
      ...{ grade: this.one(['G2', 'G3', 'G4']), level: 'blue', departmentIds: [], memberIds: [], reworkCount: 0 },
      ...{ blownAt: this.at, at: this.at, waitingFor: [{ step: 'accept', kind: 'role', id: 'liaisonOfficer' }] },
      ...{ waitingSince: this.at, dueAt: this.soon() },
    };
    this.tell('whistle.blown.v1', { kind: 'hardProblem', blownBy: 'zx-worker-01' });
    for (const step of this.road().slice(0, steps)) {
      this.at += HOUR_MS * (1 + this.dice(30));
      step();
    }
  }

  private road(): (() => void)[] {
    const coordinate = (): void => this.coordinate();
    const feedback = (): void => this.feedBack();
    return [
      () => this.move('whistle.accepted.v1', 'ASSIGNING', [role('checkIn', 'member')], { auto: false }),
      () => this.checkIn(),
      ...[coordinate, feedback],
      () => (this.dice(2) === 0 ? this.fail() : this.pass()),
      feedback,
      () => this.pass(),
      () => this.conclude(),
      () => this.move('lookBack.due.v1', 'LOOKING_BACK', [role('lookBack', 'communityWorker')], { sequence: 1 }),
    ];
  }

  private checkIn(): void {
    this.snapshot = { ...this.snapshot, memberIds: [this.one(MEMBERS)] };
    this.ring();
    this.move('whistle.checkedIn.v1', 'CHECKED_IN', [role('dispatch', 'liaisonOfficer')], { substituted: false });
  }

  private coordinate(): void {
    const departmentIds = shuffled(DEPARTMENTS, this.dice).slice(0, 1 + this.dice(3));
    this.snapshot = { ...this.snapshot, departmentIds, leadDepartmentId: departmentIds[0] };
    this.move('whistle.dispatched.v1', 'COORDINATING', departmentIds.map(feedbackOf));
    for (const id of departmentIds) {
      this.task('task.dispatched.v1', id, 'DISPATCHED', 1);
      if (this.dice(3) === 0) this.ring(id);
      if (this.dice(3) > 0) this.task('task.acknowledged.v1', id, 'ACKNOWLEDGED', 1);
    }
    if (this.dice(2) === 0) this.task('task.feedbackSubmitted.v1', departmentIds.at(-1)!, 'FEEDBACK_SUBMITTED', 1);
  }

  private feedBack(): void {
    if (this.snapshot.state !== 'COORDINATING') return;
    for (const { id } of this.snapshot.waitingFor) {
      this.task('task.feedbackSubmitted.v1', id, 'FEEDBACK_SUBMITTED', 1 + this.snapshot.reworkCount);
    }
    const member = this.snapshot.memberIds.map((id) => ({ step: 'verify', kind: 'member', id }) as const);
    this.move('whistle.feedbackSubmitted.v1', 'VERIFYING', [...member, role('verify', 'communityWorker')]);
  }

  private fail(): void {
    const lead = this.snapshot.leadDepartmentId!;
    this.snapshot = { ...this.snapshot, reworkCount: this.snapshot.reworkCount + 1 };
    const leadTaskId = this.taskIds.get(lead)!;
    this.move('whistle.verificationFailed.v1', 'COORDINATING', [feedbackOf(lead)], { leadTaskId });
    if (this.dice(2) === 0) this.task('task.reworked.v1', lead, 'IN_PROGRESS', 1 + this.snapshot.reworkCount);
  }

  private pass(): void {
    if (this.snapshot.state !== 'VERIFYING') return;
    this.ring();
    this.move('whistle.verified.v1', 'REVISITING', [role('revisit', 'liaisonOfficer')]);
  }

  private conclude(): void {
    if (this.snapshot.state !== 'REVISITING') return;
    const satisfaction = this.one(['satisfied', 'basic', 'dissatisfied']);
    this.move('revisit.done.v1', 'CONCLUDED', [], { satisfaction, solved: this.one(['yes', 'partly', 'no']) });
    this.tell('whistle.concluded.v1', { lookBacksDueAt: [], outcome: 'partlyResolved' });
  }

  private move(
    type: SnapshotEvent['type'],
    state: WhistleSnapshot['state'],
    waitingFor: WaitingFor[],
    more: object = {},
  ): void {
    if (state === 'LOOKING_BACK' && this.snapshot.state !== 'CONCLUDED') return;
    const waits = waitingFor.length > 0;
    const clock = waits ? { waitingSince: this.at, dueAt: this.soon() } : { waitingSince: undefined, dueAt: undefined };
    const version = this.snapshot.version + 1;
    this.snapshot = { ...this.snapshot, ...clock, state, waitingFor, version, at: this.at };
    this.tell(type, more);
  }

  /** Reminder and then perhaps cards of the whistle's own step, or of a department's. */
  private ring(departmentId?: string): void {
    // No two rounds of a step are due at the same instant: a rung with the same one would be the same rung.
    const dueAt = this.soon() + (this.rounds += 1);
    const types = (['step.reminded.v1', 'card.yellow.v1', 'card.red.v1'] as const).slice(0, this.dice(4));
    for (const [index, type] of types.entries()) {
      const taskId = departmentId === undefined ? undefined : this.taskIds.get(departmentId);
      const { whistleId, number, communityId } = this.snapshot;
      const step = departmentId === undefined ? 'verify' : 'acknowledge';
      const data = { whistleId, number, communityId, step, departmentId, taskId, rung: index + 1, dueAt, at: this.at };
      const nextRung = index < 2 ? { rung: index + 2, kind: 'redCard', at: this.soon() } : undefined;
      if (taskId === undefined) this.snapshot = { ...this.snapshot, version: this.snapshot.version + 1 };
      this.publish(type, taskId ?? whistleId, { ...data, nextRung } as RungEvent['data']);
    }
  }

  private task(type: TaskEvent['type'], departmentId: string, state: TaskEvent['data']['state'], round: number): void {
    const taskId = this.taskIds.get(departmentId) ?? randomUUID();
    const version = (this.taskVersions.get(taskId) ?? 0) + 1;
    this.taskIds.set(departmentId, taskId);
    this.taskVersions.set(taskId, version);
    const { whistleId, number, communityId, leadDepartmentId } = this.snapshot;
    this.publish(type, taskId, {
      ...{ taskId, whistleId, number, communityId, departmentId, round, state, version, at: this.at },
      ...{ role: departmentId === leadDepartmentId ? 'lead' : 'supporting', onTime: this.dice(4) > 0 },
      ...{ acknowledgeDueAt: this.soon(), feedbackDueAt: this.soon() },
    } as TaskEvent['data']);
  }

  private tell(type: SnapshotEvent['type'], more: object): void {
    this.publish(type, this.snapshot.whistleId, { ...this.snapshot, ...more } as SnapshotEvent['data']);
  }

  private publish(type: MatterEvent['type'], subject: string, data: MatterEvent['data']): void {
    const sequence = (this.sequences.get(subject) ?? 0) + 1;
    this.sequences.set(subject, sequence);
    this.events.push({
      ...{
        specversion: '1.0',
        id: randomUUID(),
        source: '/hsl/spec',
        type,
        subject,
        subdistrictid: 'zx',
        sequence,
        data,
      },
      ...{ time: new Date(this.at).toISOString(), datacontenttype: 'application/json' },
    } as MatterEvent);
  }

  private one<T>(items: readonly T[]): T {
    return items[this.dice(items.length)]!;
  }

  /** Somewhere between two days ago and three days from now, so that some are late. */
  private soon(): number {
    return this.at + HOUR_MS * (this.dice(120) - 48);
  }
}

const role = (step: WaitingFor['step'], id: string): WaitingFor => ({ step, kind: 'role', id });
const feedbackOf = (id: string): WaitingFor => ({ step: 'feedback', kind: 'department', id });
