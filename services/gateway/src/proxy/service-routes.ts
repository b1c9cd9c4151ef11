/** Which service answers which paths. The services' paths are the public ones; nothing is rewritten. */
export const SERVICE_ROUTES: Readonly<Record<string, readonly string[]>> = {
  whistles: [
    '/api/whistles',
    '/api/communities',
    '/api/estates',
    '/api/rule-set',
    '/api/calendar',
    '/api/duty-roster',
    '/api/follow-ups',
    '/api/ledger',
    '/api/reconciliations',
    '/api/monthly-themes',
  ],
  members: ['/api/members', '/api/experts', '/api/check-ins'],
  topics: ['/api/categories', '/api/topics', '/api/deliberations', '/api/proposals'],
  departments: [
    '/api/departments',
    '/api/department-tasks',
    '/api/routing-table',
    '/api/cards',
    '/api/orders',
    '/api/interviews',
  ],
  insight: ['/api/board', '/api/live-list'],
  notices: ['/api/inbox', '/api/stream'],
};

/** Answers that stay open; no time-out applies to them once they have begun. */
export const STREAM_PREFIXES: ReadonlySet<string> = new Set(['/api/stream']);
