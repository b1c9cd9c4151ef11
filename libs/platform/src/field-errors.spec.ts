import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fieldErrorsOf, type InputIssue } from './field-errors.js';

const schema = z.strictObject({
  facts: z.string().min(10).max(12),
  kind: z.enum(['a', 'b']),
  photos: z.array(z.object({ url: z.url() })).max(1),
  households: z.number().int().min(1),
  at: z.iso.datetime().optional(),
  odd: z.string().optional(),
});

function issuesOf(input: unknown): InputIssue[] {
  return (schema.safeParse(input, { reportInput: true }).error?.issues ?? []) as InputIssue[];
}

const GOOD = { facts: '楼道里电动车乱停放占道', kind: 'a', photos: [], households: 3 };
const messageOf = (change: object, locale: 'zh-CN' | 'en' = 'zh-CN'): [string, string, string] => {
  const [error] = fieldErrorsOf(issuesOf({ ...GOOD, ...change }), locale);
  return [error?.field ?? '', error?.code ?? '', error?.message ?? ''];
};

describe('field errors', () => {
  it("say in the reader's language what to mend", () => {
    expect(messageOf({ facts: undefined })).toEqual(['facts', 'required', '必须填写。']);
    expect(messageOf({ facts: 5 })).toEqual(['facts', 'wrongType', '类型不对，须是文字。']);
    expect(messageOf({ facts: '短' })).toEqual(['facts', 'tooSmall', '至少 10 个字。']);
    expect(messageOf({ facts: '长'.repeat(13) }, 'en')).toEqual([
      'facts',
      'tooLarge',
      'Must be at most 12 characters.',
    ]);
    expect(messageOf({ kind: undefined })).toEqual(['kind', 'required', '必须填写。']);
    expect(messageOf({ kind: 'c' }, 'en')).toEqual(['kind', 'notAllowed', 'Must be one of: a, b.']);
    expect(messageOf({ households: 0 })).toEqual(['households', 'tooSmall', '至少 1。']);
    expect(messageOf({ at: 'yesterday' })).toEqual(['at', 'wrongFormat', '须是带时区的 ISO 8601 时间。']);
  });

  it('name the place by a dotted path', () => {
    expect(messageOf({ photos: [{ url: 'x' }] })[0]).toBe('photos.0.url');
    expect(messageOf({ photos: [{ url: 'http://a' }, { url: 'http://a' }] }, 'en')).toEqual([
      'photos',
      'tooLarge',
      'Must be at most 1 items.',
    ]);
  });

  it('name each unknown field', () => {
    const errors = fieldErrorsOf(issuesOf({ ...GOOD, state: 'X', grade: 'G1' }), 'en');
    expect(errors).toEqual([
      { field: 'state', code: 'unknownField', message: 'There is no such field.' },
      { field: 'grade', code: 'unknownField', message: 'There is no such field.' },
    ]);
  });

  it('a rule of a schema brings its own words in both languages', () => {
    const params = { code: 'tooMany', zh: '太多了。', en: 'Too many.' };
    const issues = (z
      .string()
      .refine(() => false, { params })
      .safeParse('x').error?.issues ?? []) as InputIssue[];
    expect(fieldErrorsOf(issues, 'zh-CN')).toEqual([{ field: '', code: 'tooMany', message: '太多了。' }]);
    expect(fieldErrorsOf(issues, 'en')[0]?.message).toBe('Too many.');
  });

  it('are fifty at most, however bad the body', () => {
    const keys = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]));
    expect(fieldErrorsOf(issuesOf({ ...GOOD, ...keys }), 'en')).toHaveLength(50);
  });
});
