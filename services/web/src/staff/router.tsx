import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import { CASE_PARTS, PERIODS, type CasePart, type PeriodName } from './figures/periods.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Shell } from './shell/shell.js';
import { listQueryOf } from './whistles/list-query.js';

/** The sheet that is open has an address of its own. */
const withSheet = ({ do: doing }: Record<string, unknown>): { do?: string } =>
  typeof doing === 'string' ? { do: doing } : {};

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
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
    tasks,
    task,
    calls,
    checkIn,
    figures,
    figure,
    duty,
    submissions,
    submission,
    me,
    webhooks,
    webhook,
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
