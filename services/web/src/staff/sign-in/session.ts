import type { Me, SessionAnswer } from '@hsl/contracts/schemas/session.schema';
import { dropAllDrafts } from '../../drafts/draft.js';
import { ApiProblem } from '../../http/problem.js';
import { forgetFilesOf } from '../../uploads/file-store.js';
import { request, type RequestOptions } from '../../http/request.js';

/**
 * The signed-in session of this browser, shared by its tabs. A refresh token works once, so only one tab at a time may
 * use it; the others find the fresh one in the store.
 */
const KEPT = 'hsl.session';
/** Begins the names of the forms whose files this browser keeps for the person who is signed in. */
export const STAFF_FILES = 'staff.';
/** Renewed a little before it ends, so that no request is sent with a token about to expire. */
const EARLY_MS = 20_000;

interface Kept {
  accessToken: string;
  expiresAt: number;
  refreshToken: string;
  me: Me;
}

type Listener = () => void;
const listeners = new Set<Listener>();
let shown: { text: string | null; kept: Kept | undefined } = { text: null, kept: undefined };

function kept(): Kept | undefined {
  const text = localStorage.getItem(KEPT);
  if (text !== shown.text) shown = { text, kept: text === null ? undefined : (JSON.parse(text) as Kept) };
  return shown.kept;
}

function keep(session: SessionAnswer | undefined): void {
  if (session) {
    const { accessToken, refreshToken, me } = session;
    const expiresAt = Date.now() + session.expiresInSeconds * 1_000;
    localStorage.setItem(KEPT, JSON.stringify({ accessToken, expiresAt, refreshToken, me } satisfies Kept));
  } else localStorage.removeItem(KEPT);
  for (const listener of listeners) listener();
}

/** For React's useSyncExternalStore: also told when another tab signs in or out. */
export function onSessionChange(listener: Listener): () => void {
  const fromOtherTab = ({ key }: StorageEvent): void => (key === KEPT ? listener() : undefined);
  listeners.add(listener);
  addEventListener('storage', fromOtherTab);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', fromOtherTab);
  };
}

export const currentMe = (): Me | undefined => kept()?.me;

export async function signIn(userName: string, password: string): Promise<void> {
  keep(await request<SessionAnswer>('/api/sessions', { method: 'POST', body: { userName, password } }));
}

/** Signs out here even if the platform cannot be told. */
export async function signOut(): Promise<void> {
  try {
    await ask('/api/sessions/current', { method: 'DELETE' });
  } finally {
    dropAllDrafts();
    void forgetFilesOf(STAFF_FILES);
    keep(undefined);
  }
}

/** @returns a token that is good for a while, undefined when nobody is signed in */
export async function accessToken(): Promise<string | undefined> {
  const now = kept();
  if (!now || now.expiresAt - EARLY_MS > Date.now()) return now?.accessToken;
  return oneTabAtATime(async () => {
    const fresh = kept();
    // Another tab was first.
    if (!fresh || fresh.expiresAt - EARLY_MS > Date.now()) return fresh?.accessToken;
    return renewed(fresh.refreshToken);
  });
}

/** One at a time within a tab as well; without a secure connection browsers have no locks across tabs. */
let last: Promise<unknown> = Promise.resolve();
function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request('hsl.refresh', work);
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

async function renewed(refreshToken: string): Promise<string | undefined> {
  try {
    const session = await request<SessionAnswer>('/api/sessions/refresh', { method: 'POST', body: { refreshToken } });
    keep(session);
    return session.accessToken;
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 401)) throw error;
    keep(undefined);
    return undefined;
  }
}

/** As `request`, as the person who is signed in. A session that has ended asks for a new sign-in. */
export async function ask<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const token = await accessToken();
  const headers = token === undefined ? options.headers : { ...options.headers, authorization: `Bearer ${token}` };
  try {
    return await request<Answer>(path, { ...options, headers });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) keep(undefined);
    throw error;
  }
}
