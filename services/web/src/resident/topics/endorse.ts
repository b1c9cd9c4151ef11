import type { TopicEndorsed } from '@hsl/contracts/schemas/topic-voices';
import { sendAsThisPhone } from '../this-phone.js';

/** Once for each phone, however often it is asked. @returns how many agree now */
export async function endorse(topicId: string): Promise<number> {
  const path = `/api/topics/${encodeURIComponent(topicId)}/endorsements`;
  return (await sendAsThisPhone<TopicEndorsed>(path)).endorsements;
}
