/** A thematic session that was held before the platform was there: ids, codes, numbers and instants only. */
export interface PastSession {
  sessionId: string;
  subdistrictId: string;
  topicId: string;
  communityId: string;
  /** User id of who convened and recorded it. */
  convenedBy: string;
  /** Residents who came; the files kept no names. */
  heads: number;
  /** Milliseconds since the epoch, ascending. */
  at: { convened: number; starts: number; ends: number };
}
