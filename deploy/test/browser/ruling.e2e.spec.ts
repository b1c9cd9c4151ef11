// On one platform, as daily-work.e2e.spec.ts; each of these ends in a subdistrict that lives faster.
import './board.stories.spec.js';
import './evidence.stories.spec.js';
import './leader.stories.spec.js';
