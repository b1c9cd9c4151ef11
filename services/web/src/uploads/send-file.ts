import { NoAnswer, problemOf } from '../http/problem.js';
import { keptLanguage } from '../words/language.js';
import { isPhoto, type ChosenFile } from './chosen-file.js';

const UPLOAD_MS = 120_000;
const OK = 300;

interface Sending {
  headers?: Record<string, string>;
  /** 0 to 1. */
  onProgress: (share: number) => void;
}

/**
 * One file to an address that takes files. Of what a browser offers only this way of sending tells how far it is. A
 * broken upload begins anew; the same content again is the file that lies there already.
 * @throws ApiProblem, NoAnswer
 */
export async function sendFile<Answer>(
  path: string,
  file: ChosenFile,
  { headers, onProgress }: Sending,
): Promise<Answer> {
  const response = await new Promise<Response>((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open('POST', path);
    sent.timeout = UPLOAD_MS;
    for (const [name, value] of Object.entries({ 'accept-language': keptLanguage(), ...headers })) {
      sent.setRequestHeader(name, value);
    }
    sent.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    sent.addEventListener('load', () => resolve(answerOf(sent)));
    sent.addEventListener('error', () => reject(new NoAnswer('offline')));
    sent.addEventListener('timeout', () => reject(new NoAnswer('timeout')));
    const body = new FormData();
    body.set('file', file.blob, isPhoto(file) ? `${file.id}.jpg` : file.name);
    sent.send(body);
  });
  if (response.status >= OK) throw await problemOf(response);
  return (await response.json()) as Answer;
}

const answerOf = (sent: XMLHttpRequest): Response =>
  new Response(sent.responseText, {
    status: sent.status,
    headers: { 'content-type': sent.getResponseHeader('content-type') ?? 'text/plain' },
  });
