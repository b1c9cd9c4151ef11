import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docx, largePhoto, pdf, photoWithPlace, png, program } from '@hsl/testing/test-files';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentKindOf } from './content-kind.js';
import { FILE_KINDS, PHOTO_KINDS, type FileKind } from './file-kinds.js';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hsl-spec-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** The type that is found, or the code of the refusal. */
async function said(content: Buffer, fileName: string, mediaType = '', allowed: readonly FileKind[] = FILE_KINDS) {
  const path = join(dir, 'upload');
  await writeFile(path, content);
  return contentKindOf(path, { fileName, mediaType }, allowed).then(
    (kind) => kind.mediaType,
    (error: { code: string }) => error.code,
  );
}

describe('what a file is', () => {
  it('is told by its content', async () => {
    expect(await said(await photoWithPlace(), 'IMG_1.JPG')).toBe('image/jpeg');
    expect(await said(await largePhoto(10_000), 'a.jpeg')).toBe('image/jpeg');
    expect(await said(await png(), 'plan.png')).toBe('image/png');
    expect(await said(pdf(), '纪要.pdf')).toBe('application/pdf');
    expect(await said(docx(), '勘察报告.docx')).toMatch(/wordprocessingml\.document$/);
  });

  it('must not be another thing than the name says', async () => {
    expect(await said(await png(), 'plan.pdf')).toBe('fileTypeMismatch');
    expect(await said(pdf(), 'photo.jpg')).toBe('fileTypeMismatch');
    expect(await said(await png(), 'plan.png.exe')).toBe('fileTypeMismatch');
  });

  it('must not be another thing than the type sent with it, where the name says nothing', async () => {
    expect(await said(await png(), 'blob', 'image/png')).toBe('image/png');
    expect(await said(await png(), 'blob', 'application/octet-stream')).toBe('image/png');
    expect(await said(await png(), 'blob', 'application/pdf')).toBe('fileTypeMismatch');
  });

  it('must be one of those that are taken: no program, text, macro, and no document where photos are asked for', async () => {
    expect(await said(program(), 'photo.jpg')).toBe('fileTypeNotAllowed');
    expect(await said(Buffer.from('#!/bin/sh\nrm -rf /'), 'photo.jpg')).toBe('fileTypeNotAllowed');
    expect(await said(Buffer.from('<svg onload="alert(1)"/>'), 'a.svg', 'image/svg+xml')).toBe('fileTypeNotAllowed');
    expect(await said(docx({ macros: true }), 'a.docx')).toBe('fileTypeNotAllowed');
    expect(await said(pdf(), 'a.pdf', '', PHOTO_KINDS)).toBe('fileTypeNotAllowed');
  });
});
