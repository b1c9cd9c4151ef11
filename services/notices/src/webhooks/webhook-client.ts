import * as http from 'node:http';
import * as https from 'node:https';
import { SendFailure } from '@hsl/platform/send-failure';
import { publicLookup } from './public-lookup.js';
import { faultOfUrl } from './receiver-url.js';

const TIMEOUT_MS = 8_000;
/** Nobody needs the words of an answer; a receiver must not keep us reading. */
const MOST_ANSWER_BYTES = 65_536;
const CODE = /^[A-Z0-9_]{1,40}$/i;

/**
 * Sends a body to a receiver and tells what it answered. Redirects are not followed: they would lead past the guard.
 * @param allowPrivate without it the connection goes only to an address that was looked up and is on the internet
 * @throws SendFailure if there was no answer
 */
export async function postTo(
  text: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  allowPrivate: boolean,
): Promise<number> {
  const fault = faultOfUrl(text, allowPrivate);
  if (fault !== undefined) throw new SendFailure(fault, true);
  const url = new URL(text);
  const { request } = url.protocol === 'https:' ? https : http;
  const options: https.RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/cloudevents+json', 'content-length': Buffer.byteLength(body) },
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(allowPrivate ? {} : { lookup: publicLookup }),
  };
  try {
    return await new Promise<number>((resolve, reject) => {
      const sent = request(url, options, (response) => {
        drain(response, reject);
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  } catch (error) {
    throw failureOf(error);
  }
}

function drain(response: http.IncomingMessage, reject: (error: Error) => void): void {
  let bytes = 0;
  response.on('error', reject);
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) response.destroy(Object.assign(new Error(), { code: 'answerTooLong' }));
  });
}

/** Everything may pass, also a name that leads to a private address: names change. */
function failureOf(error: unknown): SendFailure {
  const { code, name } = error as { code?: unknown; name?: string };
  const isTimeout = name === 'TimeoutError' || code === 'ABORT_ERR';
  const reason = isTimeout ? 'timeout' : typeof code === 'string' && CODE.test(code) ? code : 'noAnswer';
  return new SendFailure(reason, false, error);
}
