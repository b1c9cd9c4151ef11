import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import { ADMIN_ROUTES } from './admin/admin-routes.js';
import { BrokenPage } from './shell/broken-page.js';
import { root } from './root-route.js';
import { CONSULTATION_ROUTES } from './routes/consultation-routes.js';
import { DESK_ROUTES } from './routes/desk-routes.js';
import { FIGURE_ROUTES } from './routes/figure-routes.js';
import { PEOPLE_ROUTES } from './routes/people-routes.js';
import { RULING_ROUTES } from './routes/ruling-routes.js';
import { WHISTLE_ROUTES } from './routes/whistle-routes.js';
import { searchOf } from './search-of.js';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/work" replace />,
});
const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: searchOf('tab'),
  component: lazyRouteComponent(() => import('./work/work-page.js'), 'WorkPage'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox/inbox-page.js'), 'InboxPage'),
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: searchOf('q'),
  component: lazyRouteComponent(() => import('./search/search-page.js'), 'SearchPage'),
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
    search,
    me,
    webhooks,
    webhook,
    ...WHISTLE_ROUTES,
    ...DESK_ROUTES,
    ...RULING_ROUTES,
    ...FIGURE_ROUTES,
    ...CONSULTATION_ROUTES,
    ...PEOPLE_ROUTES,
    ...ADMIN_ROUTES,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  // Filters are plain text in the address, as the board writes them and people read them.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
