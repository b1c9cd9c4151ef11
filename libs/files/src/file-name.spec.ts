import { describe, expect, it } from '@jest/globals';
import { FILE_KINDS } from './file-kinds.js';
import { fileNameOf } from './file-name.js';

const ID = '3f0c1a2b-0000-4000-8000-000000000000';
const kind = (extension: string) => FILE_KINDS.find(({ extensions }) => extensions.includes(extension))!;

describe('the name of a file', () => {
  it('is a made one for a photo: its own tells of whom and when', () => {
    expect(fileNameOf(ID, kind('jpg'), '张三家_20210820.JPG')).toBe('photo-3f0c1a2b.jpg');
  });

  it("is a document's own, without a path and what a header takes amiss, with the ending of its content", () => {
    expect(fileNameOf(ID, kind('pdf'), '勘察报告 (终稿).PDF')).toBe('勘察报告 (终稿).pdf');
    expect(fileNameOf(ID, kind('pdf'), 'C:\\秘密\\..\\a"b\r\nc.pdf')).toBe('abc.pdf');
    expect(fileNameOf(ID, kind('pdf'), '../../etc/passwd')).toBe('passwd.pdf');
    expect(fileNameOf(ID, kind('docx'), '???.docx')).toBe('document-3f0c1a2b.docx');
    expect(fileNameOf(ID, kind('pdf'), `${'长'.repeat(300)}.pdf`)).toHaveLength(84);
  });
});
