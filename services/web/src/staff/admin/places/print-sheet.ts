import { problemOf } from '../../../http/problem.js';
import { accessToken } from '../../sign-in/session.js';

const TIMEOUT_MS = 20_000;
/** By then the new window has read it. */
const KEPT_MS = 60_000;

/**
 * Opens the sheet of a point in a window of its own, to be printed. The credential never stands in an address, so the
 * sheet is fetched and handed over.
 * @throws ApiProblem for a code that is no longer in use
 */
export async function openSheet(pointId: string): Promise<void> {
  const token = (await accessToken()) ?? '';
  const response = await fetch(`/api/qr-points/${encodeURIComponent(pointId)}/sheet`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw await problemOf(response);
  const address = URL.createObjectURL(await response.blob());
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
