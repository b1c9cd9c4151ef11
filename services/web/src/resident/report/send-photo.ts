import { NoAnswer, problemOf } from '../../http/problem.js';
import { keptLanguage } from '../../words/language.js';
import type { Photo } from './photo.js';

const UPLOAD_MS = 120_000;
const OK = 300;

/**
 * One photo, under the code of the receipt. Of what a browser offers only this way of sending tells how far it is.
 * @param onProgress 0 to 1
 * @throws ApiProblem, NoAnswer
 */
export async function sendPhoto(code: string, photo: Photo, onProgress: (share: number) => void): Promise<void> {
  const response = await new Promise<Response>((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open('POST', `/api/submissions/track/${encodeURIComponent(code)}/photos`);
    sent.timeout = UPLOAD_MS;
    sent.setRequestHeader('accept-language', keptLanguage());
    sent.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    sent.addEventListener('load', () => resolve(answerOf(sent)));
    sent.addEventListener('error', () => reject(new NoAnswer('offline')));
    sent.addEventListener('timeout', () => reject(new NoAnswer('timeout')));
    const body = new FormData();
    body.set('file', photo.blob, `${photo.id}.jpg`);
    sent.send(body);
  });
  if (response.status >= OK) throw await problemOf(response);
}

const answerOf = (sent: XMLHttpRequest): Response =>
  new Response(sent.responseText, {
    status: sent.status,
    headers: { 'content-type': sent.getResponseHeader('content-type') ?? 'text/plain' },
  });
