import { LEDGER_STATES } from '@hsl/contracts/states';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { APPROVAL_SOURCES, type ApprovalSource } from './approvals/approval-sources.js';
import { LOOK_BACK_CUTS, type LookBackCut } from './look-backs/look-back-cuts.js';
import { ORDER_SOURCES, type OrderSource } from './orders/order-sources.js';
import { queueSearchOf } from './queue/queue-search.js';
import { REFERRED_SOURCES, type ReferredSource } from './referred/referred-sources.js';
import { root } from './root-route.js';

const withSheet = ({ do: doing }: Record<string, unknown>): { do?: string } =>
  typeof doing === 'string' ? { do: doing } : {};

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
const referred = createRoute({
  getParentRoute: () => root,
  path: '/referred',
  validateSearch: (search: Record<string, unknown>): { of?: ReferredSource; do?: string } => {
    const of = REFERRED_SOURCES.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }) };
  },
  component: lazyRouteComponent(() => import('./referred/referred-page.js'), 'ReferredPage'),
});

/** Where somebody rules, sees whether it was done, or is called to account. */
export const RULING_ROUTES = [
  approvals,
  disputes,
  dispute,
  ledger,
  ledgerEntry,
  revisits,
  verifications,
  lookBacks,
  orders,
  referred,
] as const;
