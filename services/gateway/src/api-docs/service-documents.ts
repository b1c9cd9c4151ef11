import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hsl/platform/clock';
import { z } from 'zod';
import { ExpiringCache } from '../edge/expiring-cache.js';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import type { ServiceDocument } from './merge-documents.js';

const CACHE_MS = 30_000;
const FETCH_TIMEOUT_MS = 3_000;

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.unknown()).default({}) }).default({ schemas: {} }),
});

/** What one service says of itself; a service that is down is named and, if it has been up, described as it was. */
export interface DescribedService {
  service: string;
  status: 'up' | 'down';
  document?: ServiceDocument;
}

/** The documents of all services, fetched at most every 30 seconds. */
@Injectable()
export class ServiceDocuments {
  private readonly fresh: ExpiringCache<DescribedService>;
  private readonly lastKnown = new Map<string, ServiceDocument>();

  constructor(
    clock: Clock,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {
    this.fresh = new ExpiringCache(CACHE_MS, 100, () => clock.now());
  }

  all(): Promise<DescribedService[]> {
    return Promise.all(
      Object.entries(this.env.SERVICE_URLS).map(([service, url]) =>
        this.fresh.get(service, () => this.describe(service, url)),
      ),
    );
  }

  private async describe(service: string, url: string): Promise<DescribedService> {
    const document = await fetchDocument(service, url);
    if (document) this.lastKnown.set(service, document);
    return { service, status: document ? 'up' : 'down', document: document ?? this.lastKnown.get(service) };
  }
}

/** Undefined if the service does not answer, or answers something else. */
async function fetchDocument(service: string, url: string): Promise<ServiceDocument | undefined> {
  const answer = await fetch(new URL('/openapi.json', url), { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) })
    .then((response) => (response.ok ? response.json() : undefined))
    .catch(() => undefined);
  const parsed = documentSchema.safeParse(answer);
  return parsed.success ? { service, paths: parsed.data.paths, schemas: parsed.data.components.schemas } : undefined;
}
