import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';

const SCRIPT = join(CHECKOUT, 'deploy', 'local', 'process-guard.sh');

/**
 * Watches over the processes of one stack: should this process die without stopping them (kill -9), the guard, a few
 * lines of shell in a process of its own, stops them instead. Nothing is ever left running unowned.
 */
export class ProcessGuard {
  private readonly shell: ChildProcess;

  constructor() {
    this.shell = spawn('/bin/sh', [SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    // Neither the guard nor the pipe to it is a reason for this process to stay alive.
    this.shell.unref();
    this.shell.on('error', reportLost);
    this.shell.stdin?.on('error', reportLost);
    (this.shell.stdin as { unref?: () => void } | null)?.unref?.();
  }

  /** @param signal asks the process politely to end, e.g. SIGTERM */
  watch(pid: number, signal: NodeJS.Signals): void {
    this.tell(`+ ${pid} ${signal.replace(/^SIG/, '')}`);
  }

  forget(pid: number): void {
    this.tell(`- ${pid}`);
  }

  /** Ends the guard; what it still watches ends with it. */
  close(): void {
    this.shell.stdin?.end();
  }

  private tell(line: string): void {
    if (this.shell.stdin?.writable) this.shell.stdin.write(`${line}\n`);
  }
}

function reportLost(error: Error): void {
  process.emitWarning(`the process guard is gone (${error.message}); after a kill -9, npm start cleans up instead`);
}
