import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { NotFoundPage } from './shell/not-found-page.js';
import { Shell } from './shell/shell.js';

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
  validateSearch: ({ do: doing }: Record<string, unknown>): { do?: string } =>
    typeof doing === 'string' ? { do: doing } : {},
  component: lazyRouteComponent(() => import('./whistle/whistle-page.js'), 'WhistlePage'),
});

/** Every page comes with its own code, when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([home, work, inbox, whistle]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
