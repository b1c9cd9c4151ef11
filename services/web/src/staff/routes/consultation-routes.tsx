import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { calendarQueryOf } from '../calendar/calendar-query.js';
import { cutOf } from '../cut-list/cut.js';
import { PROPOSAL_CUTS } from '../proposals/proposal-cuts.js';
import { root } from '../root-route.js';
import { SESSION_CUTS } from '../sessions/session-cuts.js';
import { TOPIC_CUTS } from '../topics/topic-cuts.js';
import { searchOf } from '../search-of.js';
import { withSheet } from '../with-sheet.js';

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/sessions',
  validateSearch: cutOf(SESSION_CUTS),
  component: lazyRouteComponent(() => import('../sessions/sessions-page.js'), 'SessionsPage'),
});
const session = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../sessions/session-page.js'), 'SessionPage'),
});
const topics = createRoute({
  getParentRoute: () => root,
  path: '/topics',
  validateSearch: cutOf(TOPIC_CUTS),
  component: lazyRouteComponent(() => import('../topics/topics-page.js'), 'TopicsPage'),
});
const topic = createRoute({
  getParentRoute: () => root,
  path: '/topics/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../topics/topic-page.js'), 'TopicPage'),
});
const themes = createRoute({
  getParentRoute: () => root,
  path: '/themes',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('../themes/themes-page.js'), 'ThemesPage'),
});
const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  validateSearch: cutOf(PROPOSAL_CUTS),
  component: lazyRouteComponent(() => import('../proposals/proposals-page.js'), 'ProposalsPage'),
});
const proposal = createRoute({
  getParentRoute: () => root,
  path: '/proposals/$id',
  validateSearch: withSheet,
  component: lazyRouteComponent(() => import('../proposals/proposal-page.js'), 'ProposalPage'),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: calendarQueryOf,
  component: lazyRouteComponent(() => import('../calendar/calendar-page.js'), 'CalendarPage'),
});

/** Topics, sessions, proposals, and the rooms they need. */
export const CONSULTATION_ROUTES = [sessions, session, topics, topic, themes, proposals, proposal, calendar] as const;
