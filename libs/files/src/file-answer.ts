import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { ShownFile } from './stored-file.js';

/**
 * The bytes as an answer that no browser takes for anything else: its own type and no guessing, no script, kept in no
 * shared cache. A photo is shown, a document saved.
 */
export function fileAnswer(
  reply: FastifyReply,
  file: Pick<ShownFile, 'name' | 'mediaType' | 'bytes' | 'sha256'>,
  bytes: Readable,
): StreamableFile {
  const isPhoto = file.mediaType.startsWith('image/');
  void reply.headers({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
    etag: `"${file.sha256}"`,
  });
  const disposition = `${isPhoto ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(file.name)}`;
  return new StreamableFile(bytes, { type: file.mediaType, disposition, length: file.bytes });
}

/** RFC 8187: what encodeURIComponent leaves and a header does not allow. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
