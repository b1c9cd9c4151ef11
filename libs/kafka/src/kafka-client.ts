import { connect } from 'node:net';
import type { Logger } from '@nestjs/common';
import { Kafka, logLevel, type SASLOptions } from 'kafkajs';
import type { KafkaEnv } from './kafka-env.js';
import { kafkaLogging } from './kafka-logging.js';

const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 15_000;
const PROBE_TIMEOUT_MS = 1_000;

/**
 * A client of the cluster. It gives up after a few seconds: those who use it try again for ever with a pause of their
 * own, so that nothing hangs at shutdown.
 * @param logger for what kafkajs itself has to say; without one it is silent, as command lines want it
 */
export function createKafka(clientId: string, env: KafkaEnv, logger?: Logger): Kafka {
  return new Kafka({
    clientId,
    brokers: env.KAFKA_BROKERS,
    ssl: env.KAFKA_SSL,
    sasl: saslOf(env),
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry: { retries: 2, initialRetryTime: 200, maxRetryTime: 1_000 },
    ...(logger ? { logLevel: logLevel.INFO, logCreator: kafkaLogging(logger) } : { logLevel: logLevel.NOTHING }),
  });
}

/** Resolves if any broker accepts a connection; for /health/ready. */
export async function probeBrokers(brokers: readonly string[]): Promise<void> {
  await Promise.any(brokers.map(probe));
}

function probe(broker: string): Promise<void> {
  const [host, port] = broker.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), timeout: PROBE_TIMEOUT_MS });
    const end = (error?: Error): void => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.once('connect', () => end());
    socket.once('error', end);
    socket.once('timeout', () => end(new Error(`no answer in ${PROBE_TIMEOUT_MS} ms`)));
  });
}

function saslOf(env: KafkaEnv): SASLOptions | undefined {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  if (mechanism === undefined) return undefined;
  // kafkajs types one literal mechanism at a time.
  return { mechanism, username, password } as SASLOptions;
}
