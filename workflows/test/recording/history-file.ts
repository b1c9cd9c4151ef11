import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import proto, { type temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;

const { History: codec } = proto.temporal.api.history.v1;

/** `workflows/histories/<version>/<path>.<process>.json`: what open matters of each version have behind them. */
export const HISTORIES = fileURLToPath(new URL('../../histories/', import.meta.url));
/** Beside them: which histories and which transitions each path has. */
export const PATHS_FILE = 'paths.json';

/** Version of the package `workflows`: histories recorded now belong to it. */
export const PRESENT_VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

export interface RecordedHistory {
  /** Relative to `histories/`, for example `0.1.0/standard.whistle.json`. */
  file: string;
  workflowId: string;
  history: History;
}

/** Rows of paths.json. */
export type PathNotes = Record<string, { transitions: string[]; histories: string[] }>;

/** Versions with recorded histories, oldest first. */
export function recordedVersions(): string[] {
  if (!existsSync(HISTORIES)) return [];
  return readdirSync(HISTORIES).sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

export function readNotes(version: string): PathNotes {
  const file = join(HISTORIES, version, PATHS_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PathNotes) : {};
}

/** The histories of one version, by file name. */
export function readHistories(version: string): RecordedHistory[] {
  const folder = join(HISTORIES, version);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith('.json') && name !== PATHS_FILE)
    .sort()
    .map((name) => ({ file: `${version}/${name}`, ...fromText(readFileSync(join(folder, name), 'utf8')) }));
}

/** One event per line, so that a difference can be read; otherwise no space is spent. */
export function toText(workflowId: string, history: History): string {
  const events = (history.events ?? []).map((event) => JSON.stringify(plainEvent(event)));
  return `{"workflowId":${JSON.stringify(workflowId)},"events":[\n${events.join(',\n')}\n]}\n`;
}

export function fromText(text: string): { workflowId: string; history: History } {
  const { workflowId, events } = JSON.parse(text) as { workflowId: string; events: object[] };
  return { workflowId, history: codec.fromObject({ events }) };
}

type Event = NonNullable<History['events']>[number];
type Plain = Record<string, unknown>;

/** An event as JSON. The name of the machine that recorded it is nobody's business, and a replay does not ask for it. */
export function plainEvent(event: Event): Plain {
  const options = { longs: String, bytes: String, enums: String };
  const { events } = codec.toObject(codec.fromObject({ events: [event] }), options) as { events: [Plain] };
  return withoutIdentity(events[0]) as Plain;
}

function withoutIdentity(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIdentity);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'identity');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutIdentity(inner)]));
}
