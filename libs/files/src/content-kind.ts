import { extname } from 'node:path';
import { ProblemError } from '@hsl/platform/problem.error';
import { fileTypeFromFile } from 'file-type';
import type { FileKind } from './file-kinds.js';

/**
 * What a file is, by its content alone. Its name must not say otherwise; where the name says nothing, the type sent
 * with it must not.
 * @throws ProblemError fileTypeNotAllowed, fileTypeMismatch
 */
export async function contentKindOf(
  path: string,
  claimed: { fileName: string; mediaType: string },
  allowed: readonly FileKind[],
): Promise<FileKind> {
  const found = await fileTypeFromFile(path);
  const kind = allowed.find(({ mediaType }) => mediaType === found?.mime);
  if (!kind) throw new ProblemError('fileTypeNotAllowed');
  if (!agrees(kind, claimed)) throw new ProblemError('fileTypeMismatch');
  return kind;
}

const NO_CLAIM = ['', 'application/octet-stream'];

function agrees({ extensions, mediaType }: FileKind, claimed: { fileName: string; mediaType: string }): boolean {
  const extension = extname(claimed.fileName).slice(1).toLowerCase();
  if (extension !== '') return extensions.includes(extension);
  return NO_CLAIM.includes(claimed.mediaType) || claimed.mediaType === mediaType;
}
