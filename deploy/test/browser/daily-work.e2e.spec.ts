// Stories that leave each other alone share one platform: to start one takes longer than most of these take to be told.
import './portal.stories.spec.js';
import './reports.stories.spec.js';
import './matter.stories.spec.js';
import './places.stories.spec.js';
// Last: it changes users, rules and words.
import './admin.stories.spec.js';
