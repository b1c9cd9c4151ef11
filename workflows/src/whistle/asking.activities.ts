import type { CheckInInput } from '../check-in/check-in.messages.js';

/** A local activity of the whistle's owner. */
export interface AskingActivities {
  /** Begins the check-in of a matter by its id; a second call finds it begun, or already over. */
  askMembers(checkIn: CheckInInput): Promise<void>;
}
