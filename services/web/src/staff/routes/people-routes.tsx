import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { periodIn } from '../figures/period-in.js';
import { root } from '../root-route.js';
import { searchOf } from '../search-of.js';

const duty = createRoute({
  getParentRoute: () => root,
  path: '/duty',
  component: lazyRouteComponent(() => import('../duty/duty-page.js'), 'DutyPage'),
});
const surveys = createRoute({
  getParentRoute: () => root,
  path: '/surveys',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('../surveys/surveys-page.js'), 'SurveysPage'),
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  validateSearch: searchOf('q', 'community', 'skill'),
  component: lazyRouteComponent(() => import('../members/members-page.js'), 'MembersPage'),
});
const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  validateSearch: searchOf('only'),
  component: lazyRouteComponent(() => import('../members/coverage-page.js'), 'CoveragePage'),
});
const community = createRoute({
  getParentRoute: () => root,
  path: '/communities/$code',
  component: lazyRouteComponent(() => import('../places/community-page.js'), 'CommunityPage'),
});
const estate = createRoute({
  getParentRoute: () => root,
  path: '/estates/$id',
  component: lazyRouteComponent(() => import('../places/estate-page.js'), 'EstatePage'),
});
const activities = createRoute({
  getParentRoute: () => root,
  path: '/activities',
  validateSearch: searchOf('view', 'community'),
  component: lazyRouteComponent(() => import('../activities/activities-page.js'), 'ActivitiesPage'),
});
const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$id',
  component: lazyRouteComponent(() => import('../activities/visit-page.js'), 'VisitPage'),
});
const departments = createRoute({
  getParentRoute: () => root,
  path: '/departments',
  component: lazyRouteComponent(() => import('../departments/departments-page.js'), 'DepartmentsPage'),
});
const department = createRoute({
  getParentRoute: () => root,
  path: '/departments/$code',
  validateSearch: (search: Record<string, unknown>) => ({ ...searchOf()(search), ...periodIn(search) }),
  component: lazyRouteComponent(() => import('../departments/department-page.js'), 'DepartmentPage'),
});

/** Members, communities, departments, and what they do. */
export const PEOPLE_ROUTES = [
  duty,
  surveys,
  members,
  coverage,
  community,
  estate,
  activities,
  visit,
  departments,
  department,
] as const;
