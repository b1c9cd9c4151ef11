import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { LOOK_BACK_CUTS, type LookBackCut } from '../look-backs/look-back-cuts.js';
import { ORDER_SOURCES, type OrderSource } from '../orders/order-sources.js';
import { queueSearchOf } from '../queue/queue-search.js';
import { root } from '../root-route.js';
import { searchOf } from '../search-of.js';
import { withSheet } from '../with-sheet.js';

const submissions = createRoute({
  getParentRoute: () => root,
  path: '/submissions',
  component: lazyRouteComponent(() => import('../submissions/submissions-page.js'), 'SubmissionsPage'),
});
const submission = createRoute({
  getParentRoute: () => root,
  path: '/submissions/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../submissions/submission-page.js'), 'SubmissionPage'),
});
const triage = createRoute({
  getParentRoute: () => root,
  path: '/triage',
  validateSearch: queueSearchOf,
  component: lazyRouteComponent(() => import('../triage/triage-page.js'), 'TriagePage'),
});
const dispatch = createRoute({
  getParentRoute: () => root,
  path: '/dispatch',
  validateSearch: queueSearchOf,
  component: lazyRouteComponent(() => import('../dispatch/dispatch-page.js'), 'DispatchPage'),
});
const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  component: lazyRouteComponent(() => import('../tasks/tasks-page.js'), 'TasksPage'),
});
const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$id',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('../tasks/task-page.js'), 'TaskPage'),
});
const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('../check-ins/calls-page.js'), 'CallsPage'),
});
const checkIn = createRoute({
  getParentRoute: () => root,
  path: '/check-ins/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../check-ins/check-in-page.js'), 'CheckInPage'),
});
const verifications = createRoute({
  getParentRoute: () => root,
  path: '/verifications',
  validateSearch: queueSearchOf,
  component: lazyRouteComponent(() => import('../verifications/verifications-page.js'), 'VerificationsPage'),
});
const revisits = createRoute({
  getParentRoute: () => root,
  path: '/revisits',
  validateSearch: queueSearchOf,
  component: lazyRouteComponent(() => import('../revisits/revisits-page.js'), 'RevisitsPage'),
});
const lookBacks = createRoute({
  getParentRoute: () => root,
  path: '/look-backs',
  validateSearch: (search: Record<string, unknown>): { of?: LookBackCut; do?: string } => {
    const of = LOOK_BACK_CUTS.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }) };
  },
  component: lazyRouteComponent(() => import('../look-backs/look-backs-page.js'), 'LookBacksPage'),
});
const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: (search: Record<string, unknown>): { of?: OrderSource; open?: 'true'; do?: string } => {
    const of = ORDER_SOURCES.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }), ...(search.open === 'true' && { open: 'true' }) };
  },
  component: lazyRouteComponent(() => import('../orders/orders-page.js'), 'OrdersPage'),
});

/** Queues, each of one kind of step, and what they open. */
export const DESK_ROUTES = [
  submissions,
  submission,
  triage,
  dispatch,
  tasks,
  task,
  calls,
  checkIn,
  verifications,
  revisits,
  lookBacks,
  orders,
] as const;
