/**
 * How strictly an address without sign-in is counted on a route; what has a text sent to a phone most of all. In a
 * sitting a hall of phones shares the address of one router, and each signs in, looks, votes and speaks.
 */
export type PublicUse = 'read' | 'write' | 'text' | 'sitting';

interface PublicRoute {
  method: 'GET' | 'POST' | 'DELETE';
  /** The path as it stands in the request: a part is anything but a slash, a percent sign, or a query. */
  path: RegExp;
  use: PublicUse;
}

/**
 * What residents reach on a phone without sign-in (S23, S35, S38, S98, S99, S113; domain 4.6). Each of these is
 * `@Public()` at its service; whatever else is asked for without a credential is refused at the edge.
 */
const PUBLIC_ROUTES: readonly PublicRoute[] = [
  { method: 'POST', path: /^\/api\/submissions$/, use: 'write' },
  { method: 'GET', path: /^\/api\/submissions\/track\/[^/%]{1,40}$/, use: 'read' },
  { method: 'POST', path: /^\/api\/submissions\/track\/[^/%]{1,40}\/photos$/, use: 'write' },
  { method: 'DELETE', path: /^\/api\/submissions\/track\/[^/%]{1,40}\/photos\/[^/%]{1,40}$/, use: 'write' },
  { method: 'POST', path: /^\/api\/submissions\/track\/[^/%]{1,40}\/(info|withdrawal)$/, use: 'write' },
  { method: 'GET', path: /^\/api\/whistles\/track\/[^/%]{1,40}$/, use: 'read' },
  { method: 'POST', path: /^\/api\/whistles\/track\/[^/%]{1,40}\/(rating|reopening)$/, use: 'write' },
  { method: 'POST', path: /^\/api\/personal-data\/(codes|phone-codes)$/, use: 'text' },
  {
    method: 'POST',
    path: /^\/api\/personal-data\/(proofs|phone-proofs|matters|exports|erasure-requests)$/,
    use: 'write',
  },
  { method: 'POST', path: /^\/api\/reporter-data\/(exports|erasure-marks)$/, use: 'write' },
  { method: 'GET', path: /^\/api\/resident-surveys\/open$/, use: 'read' },
  { method: 'POST', path: /^\/api\/resident-surveys\/[^/%]{1,40}\/answers$/, use: 'write' },
  { method: 'GET', path: /^\/api\/qr-points\/codes\/[^/%]{1,200}$/, use: 'read' },
  { method: 'POST', path: /^\/api\/topics\/[^/%]{1,40}\/endorsements$/, use: 'write' },
  { method: 'GET', path: /^\/api\/(communities|members|topics|venues)\/public$/, use: 'read' },
  { method: 'GET', path: /^\/api\/topics\/public\/[^/%]{1,40}$/, use: 'read' },
  { method: 'GET', path: /^\/api\/topics\/[^/%]{1,40}\/comments$/, use: 'read' },
  { method: 'POST', path: /^\/api\/topics\/[^/%]{1,40}\/comments$/, use: 'write' },
  {
    method: 'POST',
    path: /^\/api\/deliberations\/[^/%]{1,40}\/(response|sign-ins|joining|opinions|signatures|scores)$/,
    use: 'sitting',
  },
  { method: 'POST', path: /^\/api\/deliberations\/[^/%]{1,40}\/motions\/[^/%]{1,40}\/votes$/, use: 'sitting' },
  { method: 'GET', path: /^\/api\/deliberations\/(published|coming|[^/%]{1,40}\/publication)$/, use: 'read' },
];

/** undefined for a route that asks for a credential. */
export const publicUseOf = (method: string, path: string): PublicUse | undefined =>
  PUBLIC_ROUTES.find((route) => route.method === method && route.path.test(path))?.use;
