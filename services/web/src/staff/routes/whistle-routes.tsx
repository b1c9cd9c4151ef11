import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.js';
import { searchOf } from '../search-of.js';
import { listQueryOf } from '../whistles/list-query.js';
import { withSheet } from '../with-sheet.js';

const whistles = createRoute({
  getParentRoute: () => root,
  path: '/whistles',
  validateSearch: listQueryOf,
  component: lazyRouteComponent(() => import('../whistles/whistles-page.js'), 'WhistlesPage'),
});
const blow = createRoute({
  getParentRoute: () => root,
  path: '/whistles/new',
  validateSearch: searchOf('submission', 'topic'),
  component: lazyRouteComponent(() => import('../blow/blow-page.js'), 'BlowPage'),
});
const whistle = createRoute({
  getParentRoute: () => root,
  path: '/whistles/$number',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../whistle/whistle-page.js'), 'WhistlePage'),
});
const compare = createRoute({
  getParentRoute: () => root,
  path: '/whistles/$number/compare/$other',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('../compare/compare-page.js'), 'ComparePage'),
});

/** A matter, and what is done before there is one. */
export const WHISTLE_ROUTES = [whistles, blow, whistle, compare] as const;
