import { parse } from 'node:path';
import type { FileKind } from './file-kinds.js';

const MOST_CHARACTERS = 80;
/** Of an id, as much as tells the files of one matter apart. */
const SHORT = 8;

/**
 * What a file is saved as. A photo's own name tells when and with what it was taken, and now and then of whom: it gets
 * a made one. A document keeps its name without what a file system or a header might take amiss.
 */
export function fileNameOf(id: string, { extensions, photo }: FileKind, sentAs: string): string {
  const made = `${photo ? 'photo' : 'document'}-${id.slice(0, SHORT)}`;
  const own = parse(sentAs.replaceAll('\\', '/'))
    .name.replace(/[\p{C}"*/:<>?|]/gu, '')
    .trim();
  const name = photo || own === '' ? made : Array.from(own).slice(0, MOST_CHARACTERS).join('');
  return `${name}.${extensions[0]}`;
}
