import { plainEvent, type History } from './history-file.js';

/**
 * What happened in a history, without what is different each time: instants, random ids, the server's numbering and
 * its workflow tasks. Commands stay in their order; what came from outside may overtake each other, so it is sorted.
 */
export function outlineOf(history: History): string {
  const lines = (history.events ?? [])
    .map(plainEvent)
    .filter(({ eventType }) => !String(eventType).includes('WORKFLOW_TASK'))
    .map(({ eventType, eventId: _id, eventTime: _time, taskId: _task, ...rest }) => ({
      isCommand: COMMANDS.test(String(eventType)),
      text: `${String(eventType)} ${steady(rest)}`,
    }));
  const commands = lines.filter(({ isCommand }) => isCommand).map(({ text }) => text);
  const others = lines.filter(({ isCommand }) => !isCommand).map(({ text }) => text);
  return [...commands, ...others.sort()].join('\n');
}

const COMMANDS = /TIMER_(STARTED|CANCELED)|MARKER|INITIATED|UPSERT|UPDATE_(ACCEPTED|COMPLETED)|EXECUTION_COMPLETED/;

/** Chosen by the server or by chance, or a duration that depends on the millisecond in which something happened. */
const PASSING = /EventId$|RunId$|^runId|[tT]imeout$|^requestId|^protocolInstanceId|Token$|^buildId|^header$|Sequenc/;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const INSTANT = /\b1[0-9]{12}(\.\d+)?\b/g;
const ISO_INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;
const TIMESTAMP = /\{\\?"seconds\\?":\d+,\\?"nanos\\?":\d+\}/g;

function steady(value: unknown): string {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (PASSING.test(key)) return undefined;
    if (key === 'data' && typeof inner === 'string') return Buffer.from(inner, 'base64').toString('utf8');
    return isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(byName)) : inner;
  });
  return [UUID, ISO_INSTANT, INSTANT, TIMESTAMP].reduce((masked, what) => masked.replace(what, '#'), text);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The server gives the entries of a map in any order. */
const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);
