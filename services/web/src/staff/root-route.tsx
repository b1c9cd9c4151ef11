import { createRootRoute } from '@tanstack/react-router';
import { NotFoundPage } from './shell/not-found-page.js';
import { Shell } from './shell/shell.js';

/** The frame that every page of the portal hangs under. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
