import type { TopicEndorsed } from '@hsl/contracts/schemas/topic-voices';
import { request } from '../../http/request.js';

/** By which the platform knows this phone again, and nothing else. */
const DEVICE = 'hsl.device';

/** Once for each phone, however often it is asked. @returns how many agree now */
export async function endorse(topicId: string): Promise<number> {
  const deviceToken = localStorage.getItem(DEVICE) ?? undefined;
  const path = `/api/topics/${encodeURIComponent(topicId)}/endorsements`;
  const answer = await request<TopicEndorsed>(path, { method: 'POST', body: { deviceToken } });
  if (answer.deviceToken !== undefined) localStorage.setItem(DEVICE, answer.deviceToken);
  return answer.endorsements;
}
