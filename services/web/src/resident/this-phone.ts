import { request } from '../http/request.js';

/** By which the platform knows this phone again, and nothing else. */
const DEVICE = 'hsl.device';

/** Sends what counts once for each phone, however often it is sent. */
export async function sendAsThisPhone<Answer extends { deviceToken?: string | undefined }>(
  path: string,
  body: object = {},
): Promise<Answer> {
  const deviceToken = localStorage.getItem(DEVICE) ?? undefined;
  const answer = await request<Answer>(path, { method: 'POST', body: { ...body, deviceToken } });
  if (answer.deviceToken !== undefined) localStorage.setItem(DEVICE, answer.deviceToken);
  return answer;
}
