// Stories that leave each other alone share one platform: to start one takes longer than most of these take to be told.
import './reports.stories.spec.js';
import './places.stories.spec.js';
import './matter.stories.spec.js';
import './admin.stories.spec.js';
// Last: before its walk it makes one of each thing there is.
import './portal.stories.spec.js';
