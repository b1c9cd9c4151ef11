import { problemOf, NoAnswer } from '../../http/problem.js';
import { accessToken } from '../sign-in/session.js';

/** A report has twenty megabytes at most. */
const TIMEOUT_MS = 120_000;
/** Until the browser has surely taken it over. */
const KEPT_MS = 60_000;

/**
 * Saves the file of a report under its own name. A link alone would not say who asks.
 * @throws ApiProblem for a refusal, NoAnswer when nothing came back
 */
export async function downloadReport(id: string, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${(await accessToken()) ?? ''}` };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const path = `/api/reports/${encodeURIComponent(id)}/file`;
  const bytes = await fetch(path, { headers, signal }).then(
    async (response) => {
      if (!response.ok) throw await problemOf(response);
      return response.blob();
    },
    (error: unknown) => {
      throw new NoAnswer(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline');
    },
  );
  const url = URL.createObjectURL(bytes);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
