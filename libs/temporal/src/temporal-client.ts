import { HealthRegistry } from '@hsl/platform/health-registry';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, type ScheduleClient, type WorkflowClient, type WorkflowService } from '@temporalio/client';
import { temporalEnv } from './temporal-env.js';

/** No request waits longer for the Temporal server; what it then did is found out by asking again. */
const CALL_TIMEOUT_MS = 10_000;

/**
 * The one connection of a process to Temporal. It connects at the first call and again whenever the server returns, so
 * that a service starts and serves while Temporal is away.
 */
@Injectable()
export class TemporalClient implements OnApplicationShutdown {
  private readonly connection: Connection;
  private readonly client: Client;

  constructor(health: HealthRegistry) {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = temporalEnv();
    // The built-in retries would hold a request for minutes; who asks decides whether to ask again.
    this.connection = Connection.lazy({ address, connectTimeout: '3s', interceptors: [] });
    this.client = new Client({ connection: this.connection, namespace });
    health.register({ name: 'temporal', required: false, check: () => this.ping() });
  }

  get workflow(): WorkflowClient {
    return this.client.workflow;
  }

  /** The server's own calls, for what the clients of the SDK do not offer. */
  get workflowService(): WorkflowService {
    return this.connection.workflowService;
  }

  get namespace(): string {
    return this.client.options.namespace;
  }

  /** By which the server names this process to an operator. */
  get identity(): string {
    return this.client.options.identity;
  }

  get schedule(): ScheduleClient {
    return this.client.schedule;
  }

  /** Runs a call with the time limit every call to Temporal has. */
  bounded<T>(call: () => Promise<T>, timeoutMs = CALL_TIMEOUT_MS): Promise<T> {
    return this.connection.withDeadline(Date.now() + timeoutMs, call);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  private async ping(): Promise<void> {
    await this.bounded(async () => {
      await this.connection.ensureConnected();
      await this.connection.workflowService.getSystemInfo({});
    }, 1_500);
  }
}
