import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import { calendarQueryOf } from './calendar/calendar-query.js';
import { cutOf } from './cut-list/cut.js';
import { PROPOSAL_CUTS } from './proposals/proposal-cuts.js';
import { SESSION_CUTS } from './sessions/session-cuts.js';
import { TOPIC_CUTS } from './topics/topic-cuts.js';
import { ADMIN_ROUTES } from './admin/admin-routes.js';
import { CASE_PARTS, PERIODS, type CasePart, type PeriodName } from './figures/periods.js';
import { root } from './root-route.js';
import { searchOf } from './search-of.js';
import { LEDGER_STATES } from '@hsl/contracts/states';
import { APPROVAL_SOURCES, type ApprovalSource } from './approvals/approval-sources.js';
import { LOOK_BACK_CUTS, type LookBackCut } from './look-backs/look-back-cuts.js';
import { ORDER_SOURCES, type OrderSource } from './orders/order-sources.js';
import { queueSearchOf } from './queue/queue-search.js';
import { listQueryOf } from './whistles/list-query.js';

/** The sheet that is open has an address of its own. */
const withSheet = ({ do: doing }: Record<string, unknown>): { do?: string } =>
  typeof doing === 'string' ? { do: doing } : {};

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/work" replace />,
});
const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  component: lazyRouteComponent(() => import('./work/work-page.js'), 'WorkPage'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox/inbox-page.js'), 'InboxPage'),
});

const whistle = createRoute({
  getParentRoute: () => root,
  path: '/whistles/$number',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./whistle/whistle-page.js'), 'WhistlePage'),
});

const whistles = createRoute({
  getParentRoute: () => root,
  path: '/whistles',
  validateSearch: listQueryOf,
  component: lazyRouteComponent(() => import('./whistles/whistles-page.js'), 'WhistlesPage'),
});
const blow = createRoute({
  getParentRoute: () => root,
  path: '/whistles/new',
  component: lazyRouteComponent(() => import('./blow/blow-page.js'), 'BlowPage'),
});
const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  component: lazyRouteComponent(() => import('./board/board-page.js'), 'BoardPage'),
});

const triage = createRoute({
  getParentRoute: () => root,
  path: '/triage',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./triage/triage-page.js'), 'TriagePage'),
});
const dispatch = createRoute({
  getParentRoute: () => root,
  path: '/dispatch',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./dispatch/dispatch-page.js'), 'DispatchPage'),
});
const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./tasks/tasks-page.js'), 'TasksPage'),
});
const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./tasks/task-page.js'), 'TaskPage'),
});
const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  component: lazyRouteComponent(() => import('./check-ins/calls-page.js'), 'CallsPage'),
});
const checkIn = createRoute({
  getParentRoute: () => root,
  path: '/check-ins/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./check-ins/check-in-page.js'), 'CheckInPage'),
});

const periodIn = ({ period }: Record<string, unknown>): { period?: PeriodName } => {
  const known = PERIODS.find((name) => name === period);
  return known === undefined ? {} : { period: known };
};
const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: periodIn,
  component: lazyRouteComponent(() => import('./figures/figures-page.js'), 'FiguresPage'),
});
const figure = createRoute({
  getParentRoute: () => root,
  path: '/figures/$id',
  validateSearch: (search: Record<string, unknown>): { period?: PeriodName; part?: CasePart } => {
    const part = CASE_PARTS.find((name) => name === search.part);
    return { ...periodIn(search), ...(part !== undefined && { part }) };
  },
  component: lazyRouteComponent(() => import('./figures/figure-page.js'), 'FigurePage'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/reports-page.js'), 'ReportsPage'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  component: lazyRouteComponent(() => import('./reports/report-page.js'), 'ReportPage'),
});
const bulletin = createRoute({
  getParentRoute: () => root,
  path: '/bulletins/$month',
  component: lazyRouteComponent(() => import('./reports/bulletin-page.js'), 'BulletinPage'),
});

const duty = createRoute({
  getParentRoute: () => root,
  path: '/duty',
  component: lazyRouteComponent(() => import('./duty/duty-page.js'), 'DutyPage'),
});

const submissions = createRoute({
  getParentRoute: () => root,
  path: '/submissions',
  component: lazyRouteComponent(() => import('./submissions/submissions-page.js'), 'SubmissionsPage'),
});
const submission = createRoute({
  getParentRoute: () => root,
  path: '/submissions/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./submissions/submission-page.js'), 'SubmissionPage'),
});

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./me/me-page.js'), 'MePage'),
});
const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/admin/webhooks',
  component: lazyRouteComponent(() => import('./webhooks/webhooks-page.js'), 'WebhooksPage'),
});
const webhook = createRoute({
  getParentRoute: () => root,
  path: '/admin/webhooks/$id',
  component: lazyRouteComponent(() => import('./webhooks/webhook-page.js'), 'WebhookPage'),
});

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/sessions',
  validateSearch: cutOf(SESSION_CUTS),
  component: lazyRouteComponent(() => import('./sessions/sessions-page.js'), 'SessionsPage'),
});
const session = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./sessions/session-page.js'), 'SessionPage'),
});
const topics = createRoute({
  getParentRoute: () => root,
  path: '/topics',
  validateSearch: cutOf(TOPIC_CUTS),
  component: lazyRouteComponent(() => import('./topics/topics-page.js'), 'TopicsPage'),
});
const topic = createRoute({
  getParentRoute: () => root,
  path: '/topics/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./topics/topic-page.js'), 'TopicPage'),
});
const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  validateSearch: cutOf(PROPOSAL_CUTS),
  component: lazyRouteComponent(() => import('./proposals/proposals-page.js'), 'ProposalsPage'),
});
const proposal = createRoute({
  getParentRoute: () => root,
  path: '/proposals/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./proposals/proposal-page.js'), 'ProposalPage'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: calendarQueryOf,
  component: lazyRouteComponent(() => import('./calendar/calendar-page.js'), 'CalendarPage'),
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  validateSearch: searchOf('q', 'community', 'skill'),
  component: lazyRouteComponent(() => import('./members/members-page.js'), 'MembersPage'),
});
const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  validateSearch: searchOf('only'),
  component: lazyRouteComponent(() => import('./members/coverage-page.js'), 'CoveragePage'),
});
const community = createRoute({
  getParentRoute: () => root,
  path: '/communities/$code',
  component: lazyRouteComponent(() => import('./places/community-page.js'), 'CommunityPage'),
});
const estate = createRoute({
  getParentRoute: () => root,
  path: '/estates/$id',
  component: lazyRouteComponent(() => import('./places/estate-page.js'), 'EstatePage'),
});
const activities = createRoute({
  getParentRoute: () => root,
  path: '/activities',
  validateSearch: searchOf('view', 'community'),
  component: lazyRouteComponent(() => import('./activities/activities-page.js'), 'ActivitiesPage'),
});
const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$id',
  component: lazyRouteComponent(() => import('./activities/visit-page.js'), 'VisitPage'),
});

const departments = createRoute({
  getParentRoute: () => root,
  path: '/departments',
  component: lazyRouteComponent(() => import('./departments/departments-page.js'), 'DepartmentsPage'),
});
const department = createRoute({
  getParentRoute: () => root,
  path: '/departments/$code',
  validateSearch: (search: Record<string, unknown>) => ({ ...searchOf()(search), ...periodIn(search) }),
  component: lazyRouteComponent(() => import('./departments/department-page.js'), 'DepartmentPage'),
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: searchOf('q'),
  component: lazyRouteComponent(() => import('./search/search-page.js'), 'SearchPage'),
});
const compare = createRoute({
  getParentRoute: () => root,
  path: '/whistles/$number/compare/$other',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('./compare/compare-page.js'), 'ComparePage'),
});
const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): { of?: ApprovalSource; do?: string } => {
    const of = APPROVAL_SOURCES.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }) };
  },
  component: lazyRouteComponent(() => import('./approvals/approvals-page.js'), 'ApprovalsPage'),
});
const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  validateSearch: ({ open }: Record<string, unknown>): { open?: 'false' } => (open === 'false' ? { open } : {}),
  component: lazyRouteComponent(() => import('./disputes/disputes-page.js'), 'DisputesPage'),
});
const dispute = createRoute({
  getParentRoute: () => root,
  path: '/disputes/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./disputes/dispute-page.js'), 'DisputePage'),
});
const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: ({ state }: Record<string, unknown>): { state?: string } =>
    (LEDGER_STATES as readonly unknown[]).includes(state) ? { state: String(state) } : {},
  component: lazyRouteComponent(() => import('./ledger/ledger-page.js'), 'LedgerPage'),
});
const ledgerEntry = createRoute({
  getParentRoute: () => root,
  path: '/ledger/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('./ledger/ledger-entry-page.js'), 'LedgerEntryPage'),
});

const revisits = createRoute({
  getParentRoute: () => root,
  path: '/revisits',
  validateSearch: queueSearchOf,
  component: lazyRouteComponent(() => import('./revisits/revisits-page.js'), 'RevisitsPage'),
});
const verifications = createRoute({
  getParentRoute: () => root,
  path: '/verifications',
  validateSearch: queueSearchOf,
  component: lazyRouteComponent(() => import('./verifications/verifications-page.js'), 'VerificationsPage'),
});
const lookBacks = createRoute({
  getParentRoute: () => root,
  path: '/look-backs',
  validateSearch: (search: Record<string, unknown>): { of?: LookBackCut; do?: string } => {
    const of = LOOK_BACK_CUTS.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }) };
  },
  component: lazyRouteComponent(() => import('./look-backs/look-backs-page.js'), 'LookBacksPage'),
});
const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: (search: Record<string, unknown>): { of?: OrderSource; open?: 'true'; do?: string } => {
    const of = ORDER_SOURCES.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }), ...(search.open === 'true' && { open: 'true' }) };
  },
  component: lazyRouteComponent(() => import('./orders/orders-page.js'), 'OrdersPage'),
});

/** Every page comes with its own code, when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    work,
    inbox,
    whistles,
    blow,
    whistle,
    board,
    triage,
    dispatch,
    tasks,
    task,
    calls,
    checkIn,
    figures,
    figure,
    reports,
    report,
    bulletin,
    duty,
    submissions,
    submission,
    me,
    webhooks,
    webhook,
    sessions,
    session,
    topics,
    topic,
    proposals,
    proposal,
    calendar,
    ...ADMIN_ROUTES,
    members,
    coverage,
    community,
    estate,
    activities,
    visit,
    departments,
    department,
    search,
    compare,
    approvals,
    disputes,
    dispute,
    ledger,
    ledgerEntry,
    revisits,
    verifications,
    lookBacks,
    orders,
  ]),
  defaultPreload: 'intent',
  // Filters are plain text in the address, as the board writes them and people read them.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
