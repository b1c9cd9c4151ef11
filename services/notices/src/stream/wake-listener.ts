import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { hasRole } from '@hsl/platform/process-roles';
import { MOVED_CHANNEL, parseMoved } from './moved-channel.js';
import { StreamHub } from './stream-hub.js';
import { parseWake, WAKE_CHANNEL } from './wake-channel.js';

const CONNECT_AGAIN_MS = 2_000;

/**
 * Hears, over one connection, what every replica's transactions notify, and wakes the streams of this process. A lost
 * connection is made again; whatever was missed meanwhile is caught up by waking everybody.
 */
@Injectable()
export class WakeListener implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(WakeListener.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: TenantDatabase,
    private readonly hub: StreamHub,
  ) {}

  onModuleInit(): void {
    if (hasRole('api')) this.running = this.listenForEver();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async listenForEver(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.listen(signal);
      } catch (error) {
        this.logger.warn(`not listening, streams poll: ${error instanceof Error ? error.message : String(error)}`);
      }
      await pause(signal);
    }
  }

  private hear(channel: string, payload: string): void {
    const moved = channel === MOVED_CHANNEL ? parseMoved(payload) : undefined;
    if (moved) this.hub.tellMoved(moved, moved.whistleId);
    const owner = channel === WAKE_CHANNEL ? parseWake(payload) : undefined;
    if (owner) this.hub.wake(owner);
  }

  /** Resolves when the service stops; rejects when the connection is lost. */
  private async listen(signal: AbortSignal): Promise<void> {
    const client = await this.database.systemPool.connect();
    try {
      const lost = lostOf(client, signal);
      client.on('notification', ({ channel, payload = '' }) => this.hear(channel, payload));
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
      await client.query(`LISTEN ${MOVED_CHANNEL}`);
      this.hub.wakeAll();
      await lost;
    } finally {
      // Not back into the pool: the next user would hear our notifications.
      client.release(true);
    }
  }
}

/** Ends early, without an error, when the service stops. */
async function pause(signal: AbortSignal): Promise<void> {
  try {
    await sleep(CONNECT_AGAIN_MS, undefined, { signal, ref: false });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function lostOf(client: pg.PoolClient, signal: AbortSignal): Promise<void> {
  const lost = new Promise<void>((resolve, reject) => {
    client.once('error', reject);
    client.once('end', () => reject(new Error('the connection ended')));
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  // It may be lost while LISTEN is under way, before anybody waits for this promise.
  lost.catch(() => undefined);
  return lost;
}
