import { QueueDesk } from '../triage/queue-desk.js';
import { DispatchHints } from './dispatch-hints.js';

/** What waits to be dispatched: who leads, who supports, why? */
export const DispatchPage = () => (
  <QueueDesk
    words="dispatch"
    step="dispatch"
    action="whistle.dispatch"
    beside={(number) => <DispatchHints number={number} />}
  />
);
