import { isIP } from 'node:net';
import { isPrivateAddress } from './private-addresses.js';

/** Why a receiver's address is refused. */
export type UrlFault = 'notHttps' | 'credentialsInUrl' | 'privateAddress';

/** The host without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * What can be said of an address before it is looked up; names are judged by what they resolve to, when something is
 * sent. URL has made `127.1`, `0x7f000001` and the like into plain addresses.
 */
export function faultOfUrl(text: string, allowPrivate: boolean): UrlFault | undefined {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'credentialsInUrl';
  if (allowPrivate) return url.protocol === 'https:' || url.protocol === 'http:' ? undefined : 'notHttps';
  if (url.protocol !== 'https:') return 'notHttps';
  const host = hostOf(url);
  const isLocal = host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local');
  return isLocal || (isIP(host) !== 0 && isPrivateAddress(host)) ? 'privateAddress' : undefined;
}
