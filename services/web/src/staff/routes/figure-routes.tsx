import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { periodIn } from '../figures/period-in.js';
import { CASE_PARTS, type CasePart, type PeriodName } from '../figures/periods.js';
import { root } from '../root-route.js';

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  component: lazyRouteComponent(() => import('../board/board-page.js'), 'BoardPage'),
});
const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: periodIn,
  component: lazyRouteComponent(() => import('../figures/figures-page.js'), 'FiguresPage'),
});
const figure = createRoute({
  getParentRoute: () => root,
  path: '/figures/$id',
  validateSearch: (search: Record<string, unknown>): { period?: PeriodName; part?: CasePart } => {
    const part = CASE_PARTS.find((name) => name === search.part);
    return { ...periodIn(search), ...(part !== undefined && { part }) };
  },
  component: lazyRouteComponent(() => import('../figures/figure-page.js'), 'FigurePage'),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('../reports/reports-page.js'), 'ReportsPage'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  component: lazyRouteComponent(() => import('../reports/report-page.js'), 'ReportPage'),
});
const bulletin = createRoute({
  getParentRoute: () => root,
  path: '/bulletins/$month',
  component: lazyRouteComponent(() => import('../reports/bulletin-page.js'), 'BulletinPage'),
});

/** How it stands, and what is handed out of it. */
export const FIGURE_ROUTES = [board, figures, figure, reports, report, bulletin] as const;
