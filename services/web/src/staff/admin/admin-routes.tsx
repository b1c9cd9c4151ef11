import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { searchOf } from '../search-of.js';
import { filtersOf } from './use-listed.js';
import { RULE_GROUPS, type RuleGroup } from './rules/rule-paths.js';

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin-page.js'), 'AdminPage'),
});

const PROPOSAL_STATES = ['PROPOSED', 'APPROVED', 'REJECTED'] as const;
const rules = createRoute({
  getParentRoute: () => root,
  path: '/admin/rules',
  validateSearch: ({ state }: Record<string, unknown>): { state?: (typeof PROPOSAL_STATES)[number] } => {
    const known = PROPOSAL_STATES.find((one) => one === state);
    return known === undefined ? {} : { state: known };
  },
  component: lazyRouteComponent(() => import('./rules/rules-page.js'), 'RulesPage'),
});

const groupIn = ({ group }: Record<string, unknown>): { group?: RuleGroup } => {
  const known = RULE_GROUPS.find((one) => one === group);
  return known === undefined ? {} : { group: known };
};
const ruleVersion = createRoute({
  getParentRoute: () => root,
  path: '/admin/rules/versions/$version',
  validateSearch: groupIn,
  component: lazyRouteComponent(() => import('./rules/rule-version-page.js'), 'RuleVersionPage'),
});
const ruleEditor = createRoute({
  getParentRoute: () => root,
  path: '/admin/rules/new',
  validateSearch: groupIn,
  component: lazyRouteComponent(() => import('./rules/rule-editor-page.js'), 'RuleEditorPage'),
});
const ruleProposal = createRoute({
  getParentRoute: () => root,
  path: '/admin/rules/proposals/$id',
  validateSearch: ({ do: doing }: Record<string, unknown>): { do?: string } =>
    typeof doing === 'string' ? { do: doing } : {},
  component: lazyRouteComponent(() => import('./rules/rule-proposal-page.js'), 'RuleProposalPage'),
});

const yearIn = ({ year }: Record<string, unknown>): { year?: number } => {
  const wanted = Number(year);
  return Number.isInteger(wanted) && wanted >= 2000 && wanted <= 2100 ? { year: wanted } : {};
};
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/admin/calendar',
  validateSearch: yearIn,
  component: lazyRouteComponent(() => import('./calendar/calendar-page.js'), 'CalendarPage'),
});

const KEY_STATES = ['active', 'expired', 'revoked'] as const;
const keys = createRoute({
  getParentRoute: () => root,
  path: '/admin/keys',
  validateSearch: ({ status }: Record<string, unknown>): { status?: (typeof KEY_STATES)[number] } => {
    const known = KEY_STATES.find((one) => one === status);
    return known === undefined ? {} : { status: known };
  },
  component: lazyRouteComponent(() => import('./keys/keys-page.js'), 'KeysPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/admin/people',
  validateSearch: (search: Record<string, unknown>) =>
    filtersOf(['search', 'role', 'communityId', 'departmentId', 'active'], search),
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => root,
  path: '/admin/people/$id',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('./people/person-page.js'), 'PersonPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/admin/audit',
  validateSearch: (search: Record<string, unknown>) =>
    filtersOf(['actorId', 'subjectId', 'action', 'from', 'to'], search),
  component: lazyRouteComponent(() => import('./audit/audit-page.js'), 'AuditPage'),
});

const categories = createRoute({
  getParentRoute: () => root,
  path: '/admin/categories',
  component: lazyRouteComponent(() => import('./categories/categories-page.js'), 'CategoriesPage'),
});
const texts = createRoute({
  getParentRoute: () => root,
  path: '/admin/texts',
  component: lazyRouteComponent(() => import('./texts/texts-page.js'), 'TextsPage'),
});
const places = createRoute({
  getParentRoute: () => root,
  path: '/admin/places',
  component: lazyRouteComponent(() => import('./places/places-page.js'), 'PlacesPage'),
});
const venue = createRoute({
  getParentRoute: () => root,
  path: '/admin/places/$id',
  component: lazyRouteComponent(() => import('./places/venue-page.js'), 'VenuePage'),
});
const health = createRoute({
  getParentRoute: () => root,
  path: '/admin/health',
  component: lazyRouteComponent(() => import('./health/health-page.js'), 'HealthPage'),
});

const noticeRules = createRoute({
  getParentRoute: () => root,
  path: '/admin/notice-rules',
  validateSearch: (search: Record<string, unknown>) => filtersOf(['role'], search),
  component: lazyRouteComponent(() => import('./notice-rules/notice-rules-page.js'), 'NoticeRulesPage'),
});

export const ADMIN_ROUTES = [
  admin,
  rules,
  ruleVersion,
  ruleEditor,
  ruleProposal,
  calendar,
  keys,
  people,
  person,
  audit,
  categories,
  texts,
  places,
  venue,
  health,
  noticeRules,
] as const;
