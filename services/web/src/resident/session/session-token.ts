const kept = (sessionId: string): string => `hsl.session.${sessionId}`;

/**
 * By which a resident speaks and votes. It comes behind the `#` of the link, which no server is sent, or with the
 * sign-in; it stays on this phone.
 */
export function sessionToken(sessionId: string): string | undefined {
  const given = location.hash.slice(1);
  if (/^[A-Za-z0-9_-]{22,64}$/.test(given)) {
    keepSessionToken(sessionId, given);
    history.replaceState(undefined, '', location.pathname);
  }
  return localStorage.getItem(kept(sessionId)) ?? undefined;
}

export const keepSessionToken = (sessionId: string, token: string): void =>
  localStorage.setItem(kept(sessionId), token);
