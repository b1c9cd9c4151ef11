import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import '@fastify/multipart';
import { ProblemError } from '@hsl/platform/problem.error';
import type { FastifyRequest } from 'fastify';

/** A file as it came, lying in a folder of the request's own. */
export interface ReceivedUpload {
  path: string;
  /** As the sender called it; never a path of ours. */
  fileName: string;
  mediaType: string;
}

/**
 * Reads the one file of a multipart form into a folder, in pieces as they arrive.
 * @throws ProblemError unsupportedMediaType, fileMissing, fileTooLarge
 */
export async function receiveUpload(request: FastifyRequest, dir: string, maxBytes: number): Promise<ReceivedUpload> {
  if (!request.isMultipart()) throw new ProblemError('unsupportedMediaType');
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 0, parts: 1 } });
  if (!part) throw new ProblemError('fileMissing');
  const path = join(dir, 'received');
  await pipeline(part.file, createWriteStream(path));
  if (part.file.truncated) {
    await readToTheEnd(request);
    throw new ProblemError('fileTooLarge');
  }
  if (part.file.bytesRead === 0) throw new ProblemError('fileMissing');
  return { path, fileName: part.filename, mediaType: part.mimetype };
}

/** Whoever is still sending reads no answer. The gateway bounds what may come. */
async function readToTheEnd({ raw }: FastifyRequest): Promise<void> {
  raw.unpipe();
  raw.resume();
  if (!raw.readableEnded) await finished(raw);
}
