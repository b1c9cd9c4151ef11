import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './bootstrap/error-facts.mjs';
import type { ProcessIdentity } from './bootstrap/process-identity.mjs';
import { boundLog, tailOfLog } from './log-file.js';
import type { ProcessGuard } from './process-guard.js';
import { RunningProcess, type ProcessExit, type ProcessPlan } from './running-process.js';

/** Something that runs for as long as the platform: a server or a service. */
export interface Program {
  readonly name: string;
  readonly logFile: string;
  /** How long it may take until it answers. */
  readonly readyTimeoutMs: number;
  /** How often the first start is tried; default 3. */
  readonly startAttempts?: number;
  /** Called before every start; may initialise a data folder first. */
  plan(): Promise<ProcessPlan>;
  /** @returns undefined once it answers, else why it is not ready */
  probe(): Promise<string | undefined>;
}

/** What a supervisor tells its owner. */
export type ProgramEvent =
  | { kind: 'started'; name: string; again: boolean }
  | { kind: 'ended'; name: string; exit: ProcessExit; restartInMs: number }
  | { kind: 'restartFailed'; name: string; reason: string };

const PROBE_EVERY_MS = 100;
const FIRST_ATTEMPTS = 3;
const BACKOFF = { firstMs: 250, mostMs: 10_000 };
/** Between the attempts of a first start, when somebody waits. */
const FIRST_BACKOFF = { firstMs: 250, mostMs: 1_000 };
const STABLE_AFTER_MS = 30_000;

/** Keeps one program running: whatever ends without being asked to is started again, soon at first, then more slowly. */
export class SupervisedProgram {
  private current: RunningProcess | undefined;
  private wanted = false;
  private failures = 0;
  private startedAt = 0;
  private restartTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly program: Program,
    private readonly guard: ProcessGuard,
    private readonly onEvent: (event: ProgramEvent) => void,
  ) {}

  get name(): string {
    return this.program.name;
  }

  /** Undefined while it is stopped or about to be started again. */
  get identity(): ProcessIdentity | undefined {
    return this.current?.identity;
  }

  /**
   * Starts it and waits until it answers.
   * @throws Error with the end of its log, if it ends or stays silent
   */
  async start(): Promise<void> {
    this.wanted = true;
    try {
      await this.startFirst();
    } catch (error) {
      await this.stop(0);
      throw error;
    }
    if (this.current) this.superviseFrom(this.current);
  }

  /**
   * Waits until it answers, e.g. after it was killed.
   * @throws Error if it does not within its time
   */
  async waitUntilReady(): Promise<void> {
    await this.untilReady(new AbortController().signal);
  }

  /** @param timeoutMs then it is killed */
  async stop(timeoutMs: number): Promise<void> {
    this.wanted = false;
    clearTimeout(this.restartTimer);
    const current = this.current;
    if (current) await current.stop(timeoutMs);
    if (this.current === current) this.current = undefined;
  }

  /** Ends it the hard way, as a fault would; the supervisor then starts it again. */
  async kill(): Promise<void> {
    const current = this.current;
    current?.signal('SIGKILL');
    await current?.exited;
  }

  boundLog(): void {
    boundLog(this.program.logFile);
  }

  /** The first attempts may fail for a passing reason: see PostgresServer. */
  private async startFirst(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const process = await this.launch();
      if (!process) return;
      this.onEvent({ kind: 'started', name: this.name, again: false });
      const exit = await this.readyOrExit(process);
      if (!exit) return;
      this.current = undefined;
      const attempts = this.program.startAttempts ?? FIRST_ATTEMPTS;
      if (attempt === attempts || !this.wanted) throw this.failure(`ended at once (${describeExit(exit)})`);
      await sleep(Math.min(FIRST_BACKOFF.firstMs * attempt, FIRST_BACKOFF.mostMs));
    }
  }

  /** @returns how it ended, if it ended before it was ready */
  private async readyOrExit(process: RunningProcess): Promise<ProcessExit | undefined> {
    const ended = new AbortController();
    const exited = process.exited.then((exit) => {
      ended.abort();
      return exit;
    });
    return Promise.race([exited, this.untilReady(ended.signal).then(() => undefined)]);
  }

  private async untilReady(enough: AbortSignal): Promise<void> {
    const giveUpAt = Date.now() + this.program.readyTimeoutMs;
    while (!enough.aborted) {
      if (!this.wanted) throw new Error(`${this.name} was stopped`);
      const reason = this.current ? await this.program.probe() : 'it is not running';
      if (reason === undefined) return;
      if (Date.now() > giveUpAt) throw this.failure(`is not ready after ${this.program.readyTimeoutMs} ms (${reason})`);
      await sleep(PROBE_EVERY_MS);
    }
  }

  private async launch(): Promise<RunningProcess | undefined> {
    const plan = await this.program.plan();
    if (!this.wanted) return undefined;
    this.startedAt = Date.now();
    this.current = await RunningProcess.start(plan, this.guard);
    return this.current;
  }

  private superviseFrom(process: RunningProcess): void {
    void process.exited.then((exit) => {
      if (this.current === process) this.current = undefined;
      if (this.wanted) this.restartLater(exit);
    });
  }

  private restartLater(exit: ProcessExit): void {
    if (Date.now() - this.startedAt > STABLE_AFTER_MS) this.failures = 0;
    const restartInMs = Math.min(BACKOFF.firstMs * 2 ** this.failures, BACKOFF.mostMs);
    this.failures += 1;
    this.onEvent({ kind: 'ended', name: this.name, exit, restartInMs });
    this.restartTimer = setTimeout(() => void this.restart(), restartInMs);
  }

  private async restart(): Promise<void> {
    try {
      const process = await this.launch();
      if (!process) return;
      this.onEvent({ kind: 'started', name: this.name, again: true });
      this.superviseFrom(process);
    } catch (error) {
      this.onEvent({ kind: 'restartFailed', name: this.name, reason: messageOf(error) });
      if (this.wanted) this.restartLater({ code: null, signal: null });
    }
  }

  private failure(what: string): Error {
    const tail = tailOfLog(this.program.logFile);
    return new Error(`${this.name} ${what}; the end of ${this.program.logFile}:\n${tail || '(empty)'}`);
  }
}

/** @returns e.g. "code 1" or "SIGKILL" */
export function describeExit({ code, signal }: ProcessExit): string {
  return signal ?? `code ${code}`;
}
