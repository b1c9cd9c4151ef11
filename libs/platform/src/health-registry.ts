import { Injectable } from '@nestjs/common';

/** One dependency as /health/ready names it. `check` resolves if it is up and rejects (with a reason) if not. */
export interface HealthIndicator {
  name: string;
  check: () => Promise<unknown>;
  /** A required dependency that is down makes the service not ready; another is only named. */
  required: boolean;
}

export interface DependencyHealth {
  status: 'up' | 'down';
  required: boolean;
  reason?: string;
}

export interface Readiness {
  status: 'ready' | 'notReady';
  dependencies: Record<string, DependencyHealth>;
}

/** Each library registers what it depends on; /health/ready asks all of them at once. */
@Injectable()
export class HealthRegistry {
  /** A dependency that does not answer in this time counts as down. */
  protected readonly checkTimeoutMs: number = 2_000;
  private readonly indicators = new Map<string, HealthIndicator>();

  register(indicator: HealthIndicator): void {
    this.indicators.set(indicator.name, indicator);
  }

  async readiness(): Promise<Readiness> {
    const entries = await Promise.all(
      [...this.indicators.values()].map(
        async (indicator) => [indicator.name, await healthOf(indicator, this.checkTimeoutMs)] as const,
      ),
    );
    const notReady = entries.some(([, health]) => health.required && health.status === 'down');
    return { status: notReady ? 'notReady' : 'ready', dependencies: Object.fromEntries(entries) };
  }
}

async function healthOf({ check, required }: HealthIndicator, timeoutMs: number): Promise<DependencyHealth> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    // The async wrapper turns a check that throws at once into a rejection.
    await Promise.race([(async () => check())(), timeout]);
    return { status: 'up', required };
  } catch (error) {
    return { status: 'down', required, reason: reasonOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The short code where there is one: an address or a user name in a message is nobody's business. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : error.message.slice(0, 120);
}
