import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { APPROVAL_SOURCES, type ApprovalSource } from '../approvals/approval-sources.js';
import { REFERRED_SOURCES, type ReferredSource } from '../referred/referred-sources.js';
import { root } from '../root-route.js';
import { withSheet } from '../with-sheet.js';
import { LEDGER_STATES } from '@hsl/contracts/states';

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): { of?: ApprovalSource; do?: string } => {
    const of = APPROVAL_SOURCES.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }) };
  },
  component: lazyRouteComponent(() => import('../approvals/approvals-page.js'), 'ApprovalsPage'),
});
const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  validateSearch: ({ open }: Record<string, unknown>): { open?: 'false' } => (open === 'false' ? { open } : {}),
  component: lazyRouteComponent(() => import('../disputes/disputes-page.js'), 'DisputesPage'),
});
const dispute = createRoute({
  getParentRoute: () => root,
  path: '/disputes/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../disputes/dispute-page.js'), 'DisputePage'),
});
const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: ({ state }: Record<string, unknown>): { state?: string } =>
    (LEDGER_STATES as readonly unknown[]).includes(state) ? { state: String(state) } : {},
  component: lazyRouteComponent(() => import('../ledger/ledger-page.js'), 'LedgerPage'),
});
const ledgerEntry = createRoute({
  getParentRoute: () => root,
  path: '/ledger/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../ledger/ledger-entry-page.js'), 'LedgerEntryPage'),
});
const referred = createRoute({
  getParentRoute: () => root,
  path: '/referred',
  validateSearch: (search: Record<string, unknown>): { of?: ReferredSource; do?: string } => {
    const of = REFERRED_SOURCES.find((name) => name === search.of);
    return { ...withSheet(search), ...(of !== undefined && { of }) };
  },
  component: lazyRouteComponent(() => import('../referred/referred-page.js'), 'ReferredPage'),
});

/** What waits for somebody’s word, and what takes years. */
export const RULING_ROUTES = [approvals, disputes, dispute, ledger, ledgerEntry, referred] as const;
