import type { PlatformHealth, ServiceHealth } from '@hsl/contracts/schemas/platform-health';
import { Clock } from '@hsl/platform/clock';
import { HealthRegistry } from '@hsl/platform/health-registry';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';

const TIMEOUT_MS = 3_000;

const readinessSchema = z.object({
  status: z.enum(['ready', 'notReady']),
  dependencies: z.record(
    z.string(),
    z.object({ status: z.enum(['up', 'down']), required: z.boolean(), reason: z.string().optional() }),
  ),
});
type Answer = z.output<typeof readinessSchema>;

/** Asks each service how it stands; one that does not answer in time is down. */
@Injectable()
export class ServiceProbe {
  constructor(
    private readonly own: HealthRegistry,
    private readonly clock: Clock,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  async all(): Promise<PlatformHealth> {
    const services = await Promise.all([
      this.own.readiness().then((answer) => healthOf('gateway', answer)),
      ...Object.entries(this.env.SERVICE_URLS).map(async ([service, url]) => healthOf(service, await answerOf(url))),
    ]);
    return { at: new Date(this.clock.now()).toISOString(), services };
  }
}

function healthOf(service: string, answer: Answer | undefined): ServiceHealth {
  if (!answer) return { service, status: 'down', dependencies: [] };
  const dependencies = Object.entries(answer.dependencies).map(([name, health]) => ({ name, ...health }));
  return { service, status: answer.status === 'ready' ? 'up' : 'notReady', dependencies };
}

/** A service that misses something answers 503, and says what. */
async function answerOf(url: string): Promise<Answer | undefined> {
  const body: unknown = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(TIMEOUT_MS) })
    .then((response) => response.json())
    .catch(() => undefined);
  return readinessSchema.safeParse(body).data;
}
