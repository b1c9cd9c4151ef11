/** The subdistrict of the article. */
export const TENANT = 'zx';
/** The period that it tells of; the second date is its last day. */
export const PERIOD = { from: '2021-01-01', to: '2021-10-19' } as const;
