/** What a person has typed and not yet sent, on this device: survives reload, errors and a lost session. */
export interface Draft {
  typed: Record<string, unknown>;
  /** Sent with the request, also when it is sent again after no answer came: the platform acts once. */
  key: string;
  savedAt: number;
}

const PREFIX = 'hsl.draft.';
const KEPT_MS = 7 * 86_400_000;

/** Random in the form of a UUID; browsers offer their own only on a secure connection. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function readDraft(name: string, now: number = Date.now()): Draft {
  const text = localStorage.getItem(PREFIX + name);
  const draft = text === null ? undefined : (JSON.parse(text) as Draft);
  return draft && now - draft.savedAt < KEPT_MS ? draft : { typed: {}, key: newKey(), savedAt: now };
}

export function keepDraft(name: string, draft: Pick<Draft, 'typed' | 'key'>): void {
  localStorage.setItem(PREFIX + name, JSON.stringify({ ...draft, savedAt: Date.now() } satisfies Draft));
}

export const dropDraft = (name: string): void => localStorage.removeItem(PREFIX + name);

/** At sign-out: what one person wrote is not for the next at this device. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
