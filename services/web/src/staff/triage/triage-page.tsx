import { QueueDesk } from './queue-desk.js';

/** What waits to be accepted. */
export const TriagePage = () => <QueueDesk words="triage" step="accept" action="whistle.accept" />;
