// On one platform, as daily-work.e2e.spec.ts; residents come first, since they say where texts go.
import './resident.stories.spec.js';
import './desks.stories.spec.js';
import './consult.stories.spec.js';
