// On one platform, as daily-work.e2e.spec.ts.
import './desks.stories.spec.js';
import './consult.stories.spec.js';
import './six-desks.stories.spec.js';
import './resident.stories.spec.js';
