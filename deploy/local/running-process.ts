import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { identify, type ProcessIdentity } from './bootstrap/process-identity.mjs';
import { openLog } from './log-file.js';
import type { ProcessGuard } from './process-guard.js';

/** How one process is started and asked to end. */
export interface ProcessPlan {
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Appended to: standard output and standard error. */
  logFile: string;
  /** Only root may run a process as somebody else. */
  user?: { uid: number; gid: number } | undefined;
  /** Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
}

/** How a process ended: either with a code or by a signal. */
export interface ProcessExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** One process of ours that has been started, from its first moment to its last. */
export class RunningProcess {
  private constructor(
    readonly identity: ProcessIdentity,
    readonly exited: Promise<ProcessExit>,
    private readonly child: ChildProcess,
    private readonly stopSignal: NodeJS.Signals,
  ) {}

  /** @throws Error if the program cannot be started at all, e.g. because it does not exist */
  static async start(plan: ProcessPlan, guard: ProcessGuard): Promise<RunningProcess> {
    const stopSignal = plan.stopSignal ?? 'SIGTERM';
    const child = spawnInOwnGroup(plan);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => reject(new Error(`cannot start ${plan.command}: ${error.message}`)));
    });
    const pid = child.pid!;
    guard.watch(pid, stopSignal);
    const exited = new Promise<ProcessExit>((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null): void => {
        guard.forget(pid);
        resolve({ code, signal });
      };
      if (child.exitCode !== null || child.signalCode !== null) end(child.exitCode, child.signalCode);
      else child.once('exit', end);
    });
    return new RunningProcess(identifyNow(pid), exited, child, stopSignal);
  }

  get pid(): number {
    return this.identity.pid;
  }

  /** Does nothing to a process that has ended: its id may be somebody else's by now. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Asks it to end, and after timeoutMs no longer asks. Resolves when it is gone. */
  async stop(timeoutMs: number): Promise<ProcessExit> {
    this.signal(this.stopSignal);
    const timer = setTimeout(() => this.signal('SIGKILL'), Math.max(timeoutMs, 0));
    try {
      return await this.exited;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A group of its own, so that Ctrl-C in the terminal reaches only the supervisor, which stops things in order. */
function spawnInOwnGroup(plan: ProcessPlan): ChildProcess {
  const log = openLog(plan.logFile);
  try {
    return spawn(plan.command, [...plan.args], {
      cwd: plan.cwd,
      env: plan.env,
      detached: true,
      stdio: ['ignore', log, log],
      ...plan.user,
    });
  } finally {
    closeSync(log);
  }
}

/** A process that ended at once has no beginning to read any more; its exit is reported by `exited`. */
function identifyNow(pid: number): ProcessIdentity {
  try {
    return identify(pid);
  } catch {
    return { pid, began: 'ended at once' };
  }
}
