import type { Logger } from '@nestjs/common';
import type { logCreator } from 'kafkajs';

/**
 * kafkajs writes through the service's own logger, all of it as debug: it reports every attempt of every connection,
 * several a second while a broker is away. Those who use it say once that it is away and once that it is back.
 */
export const kafkaLogging =
  (logger: Logger): logCreator =>
  () =>
  ({ namespace, label, log: { message, error, groupId } }) => {
    const parts = [label, namespace, groupId, message, error].filter((part) => typeof part === 'string' && part !== '');
    logger.debug(parts.join(': '));
  };
