import { isUrgent } from '@hsl/contracts/grades';
import { isWhistleOpen } from '@hsl/contracts/states';
import { patched } from '@temporalio/workflow';
import { LostErrands, type ErrandEnded } from '../flow/lost-errands.js';
import type { Errand } from './errand.js';
import { keepLedger } from './errands/ledger.errand.js';
import { askMembers, dismissMembers, tellMembersCalendar } from './errands/members.errand.js';
import { holdSession } from './errands/session.errand.js';
import { handleTask, type RoundsDone } from './errands/task.errand.js';
import type { Matter } from './matter.js';
import { isSecondGeneration, type WhistleInput } from './whistle.messages.js';
import { ON_LEDGER, owedTasks, type WhistleStatus } from './whistle.state.js';

/**
 * What a matter has others do: members asked, departments at work, a session, the ledger. After every decision it is
 * looked at what the status owes: what is missing is started, what is no longer wanted is told to stop.
 */
export class Errands {
  private readonly running = new Map<string, Errand>();
  private readonly work: Promise<void>[] = [];
  private readonly roundsDone: RoundsDone = new Map();
  private readonly lost = new LostErrands();
  private areMembersAsked: boolean;
  private asking = Promise.resolve();
  private failure: Error | undefined;
  private before: WhistleStatus | undefined;

  constructor(
    private readonly input: WhistleInput,
    private readonly matter: () => Matter,
  ) {
    this.areMembersAsked = input.resumed !== undefined;
  }

  /** Called with every new status. */
  follow(now: WhistleStatus): void {
    const wanted = this.wantedBy(now);
    if (this.before) this.tellChanges(this.before, now);
    for (const [key, make] of wanted) if (!this.running.has(key) && !this.isOver(key)) this.start(key, make());
    for (const [key, errand] of this.running) if (!wanted.has(key)) this.do(errand.stop(now));
    if (!this.areMembersAsked && (now.state === 'ASSIGNING' || isBeside(now))) {
      this.areMembersAsked = true;
      this.do((this.asking = askMembers(this.input, now)));
    }
    if (this.areMembersAsked && !isWhistleOpen(now.state)) this.dismiss(now);
    this.before = now;
  }

  /** Whoever is still being asked could not be told yet; as a child it could, from the command on. */
  private dismiss(now: WhistleStatus): void {
    const dismissed = () => dismissMembers(this.input, now);
    this.do(isSecondGeneration(this.input) ? this.asking.then(dismissed) : dismissed());
  }

  /** A process that was begun again after it was lost has ended. */
  hear(told: ErrandEnded): void {
    this.lost.hear(told);
  }

  /** @throws what an errand failed with: the matter must not wait for it for ever */
  check(): void {
    if (this.failure) throw this.failure;
  }

  /** Resolves when everything that was started has ended; what has been stopped ends soon. */
  async settled(): Promise<void> {
    for (const one of this.work) await one;
    this.check();
  }

  /** Only the matter knows under which calendar it started whom: whoever it is, it is told of the new one from here. */
  private tellChanges(before: WhistleStatus, now: WhistleStatus): void {
    const { calendar } = now.terms;
    const isNew = calendar.version > before.terms.calendar.version && patched('calendar-to-every-errand');
    if (isNew) {
      for (const errand of this.running.values()) this.do(errand.loadCalendar(calendar));
      if (this.areMembersAsked) this.do(this.asking.then(() => tellMembersCalendar(this.input, calendar)));
    }
    if (!(isNew ? haveLimitsChanged(before, now) : haveTermsChanged(before, now))) return;
    for (const errand of this.running.values()) this.do(errand.changeTerms(now));
  }

  private wantedBy(now: WhistleStatus): Map<string, () => Errand> {
    const { input, matter, roundsDone, lost } = this;
    const { session, ledger, state } = now;
    const wanted = new Map<string, () => Errand>();
    for (const task of owedTasks(now)) {
      wanted.set(taskKey(task), () => handleTask(input, matter(), task, { done: roundsDone, lost }));
    }
    if (session && session.outcome === undefined && (state === 'DELIBERATING' || state === 'COORDINATING')) {
      wanted.set(`session ${session.sessionId}`, () => holdSession(input, matter(), session, lost));
    }
    if (ledger && !ledger.isClosing && ON_LEDGER.includes(state)) {
      wanted.set(`ledger ${ledger.entryId}`, () => keepLedger(input, matter(), ledger, { rounds: roundsDone, lost }));
    }
    return wanted;
  }

  /** Who has fed back is owed until the others have too; whatever the matter decides meanwhile, it is not asked again. */
  private isOver(key: string): boolean {
    const isDone = [...this.roundsDone.values()].some((round) => taskKey(round) === key && round.outcome !== 'stopped');
    return isDone && patched('a-round-is-asked-for-once');
  }

  private start(key: string, errand: Errand): void {
    this.running.set(key, errand);
    this.do(errand.run().finally(() => this.running.delete(key)));
  }

  private do(work: Promise<void>): void {
    this.work.push(
      work.catch((error: unknown) => {
        this.failure ??= error instanceof Error ? error : new Error(String(error));
      }),
    );
  }
}

const taskKey = ({ taskId, round }: { taskId: string; round: number }): string => `task ${taskId}/${round}`;

/** Domain 4.2: at a matter that was routed at once the check-in runs beside. */
const isBeside = ({ state, grade, memberIds, reworkCount }: WhistleStatus): boolean =>
  state === 'COORDINATING' && isUrgent(grade) && memberIds.length === 0 && reworkCount === 0;

/** Grade, level, or a deadline taken over from a merged matter: whoever works on it is told. */
const haveLimitsChanged = (before: WhistleStatus, now: WhistleStatus): boolean =>
  before.terms.limits !== now.terms.limits ||
  before.grade !== now.grade ||
  before.level !== now.level ||
  before.absorbedIds !== now.absorbedIds;

/** The same as it was before a calendar had a message of its own; a new one without limits is a change of terms. */
const haveTermsChanged = (before: WhistleStatus, now: WhistleStatus): boolean =>
  before.terms !== now.terms || haveLimitsChanged(before, now);
