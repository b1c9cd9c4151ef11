import type { CloudEvent } from '@hsl/contracts/event';

/** Fields of the envelope that are texts and must not be empty. */
const TEXTS = ['id', 'source', 'type', 'subject', 'time', 'subdistrictid'] as const;

/**
 * Reads the envelope of a message. The type may be one this service does not know; `data` is taken on trust of the
 * owner's types.
 * @throws Error saying what is wrong with it
 */
export function parseCloudEvent(value: Buffer | null): CloudEvent {
  if (value === null) throw new Error('the message is empty');
  const event: unknown = JSON.parse(value.toString('utf8'));
  if (typeof event !== 'object' || event === null) throw new Error('not a CloudEvent: no object');
  const fields = event as Record<string, unknown>;
  if (fields['specversion'] !== '1.0') throw new Error('not a CloudEvent: specversion is not 1.0');
  for (const name of TEXTS) {
    if (typeof fields[name] !== 'string' || fields[name] === '')
      throw new Error(`not a CloudEvent: ${name} is missing`);
  }
  if (!Number.isSafeInteger(fields['sequence'])) throw new Error('not a CloudEvent of ours: sequence is missing');
  if (typeof fields['data'] !== 'object' || fields['data'] === null)
    throw new Error('not a CloudEvent: data is missing');
  return event as CloudEvent;
}
