import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';
import type { ProcessPlan } from './running-process.js';
import { probeService } from './service-health.js';
import { SERVICES, type ServiceName } from './service-table.js';
import type { Program } from './supervised-program.js';

/** As in the image (deploy/docker/Dockerfile). */
const BEFORE_THE_SERVICE = ['--require', '@hsl/temporal/without-promise-stacks'];

/** Where a service's entry point is; another one in tests of the supervisor itself. */
export function serviceEntry(service: ServiceName): string {
  return join(CHECKOUT, 'services', service, 'dist', 'main.js');
}

/** One service as a process of its own. */
export class ServiceProcess implements Program {
  readonly readyTimeoutMs = 60_000;

  constructor(
    readonly name: ServiceName,
    private readonly url: string,
    private readonly env: NodeJS.ProcessEnv,
    readonly logFile: string,
    private readonly entry = serviceEntry(name),
  ) {}

  async plan(): Promise<ProcessPlan> {
    const heapMegabytes = SERVICES.find(({ name }) => name === this.name)!.heapMegabytes;
    return {
      command: process.execPath,
      args: [`--max-old-space-size=${heapMegabytes}`, ...BEFORE_THE_SERVICE, this.entry],
      cwd: CHECKOUT,
      env: this.env,
      logFile: this.logFile,
    };
  }

  async probe(): Promise<string | undefined> {
    return probeService(this.url);
  }
}
