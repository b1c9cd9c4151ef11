/** Which page an address is; residents' pages need no more of a router than this table. */
export type Address =
  | { page: 'report'; code: string }
  | { page: 'track' | 'rating' | 'reopen' | 'personal'; code: string }
  | { page: 'topic' | 'session' | 'community'; id: string }
  | { page: 'openReport' | 'askCode' | 'topics' | 'home' };

const ROUTES: readonly [path: RegExp, of: (part: string) => Address][] = [
  [/^\/q\/([^/]+)$/, (code) => ({ page: 'report', code })],
  [/^\/t$/, () => ({ page: 'askCode' })],
  [/^\/t\/([^/]+)$/, (code) => ({ page: 'track', code })],
  [/^\/t\/([^/]+)\/rating$/, (code) => ({ page: 'rating', code })],
  [/^\/t\/([^/]+)\/reopen$/, (code) => ({ page: 'reopen', code })],
  [/^\/t\/([^/]+)\/data$/, (code) => ({ page: 'personal', code })],
  [/^\/s\/([^/]+)$/, (id) => ({ page: 'session', id })],
  [/^\/p\/report$/, () => ({ page: 'openReport' })],
  [/^\/p\/topics$/, () => ({ page: 'topics' })],
  [/^\/p\/topics\/([^/]+)$/, (id) => ({ page: 'topic', id })],
  [/^\/p\/sessions\/([^/]+)$/, (id) => ({ page: 'session', id })],
  [/^\/p\/communities\/([^/]+)$/, (id) => ({ page: 'community', id })],
];

export function addressOf(path: string): Address {
  const asked = path.replace(/\/+$/, '');
  for (const [pattern, of] of ROUTES) {
    const match = pattern.exec(asked);
    if (match) return of(decodeURIComponent(match[1] ?? ''));
  }
  return { page: 'home' };
}
