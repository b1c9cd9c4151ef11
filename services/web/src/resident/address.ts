/** Which page an address is; residents' pages need no more of a router than this. */
export type Address =
  { page: 'report'; code: string } | { page: 'track'; code: string } | { page: 'askCode' } | { page: 'home' };

export function addressOf(path: string): Address {
  const [, room, code] = path.split('/');
  if (room === 'q' && code) return { page: 'report', code: decodeURIComponent(code) };
  if (room === 't') return code ? { page: 'track', code: decodeURIComponent(code) } : { page: 'askCode' };
  return { page: 'home' };
}
