import { describe, expect, it } from '@jest/globals';
import { timelineWords } from './timeline-words.js';

const BLOCKER = { departmentId: 'ZX-ZJJ', kind: 'documents', blockerId: 'b' };

describe('the history of a whistle', () => {
  it.each([
    ['blocker.recorded.v1', 'zh-CN', 'ZX-ZJJ 遇到障碍：资料'],
    ['blocker.recorded.v1', 'en', 'ZX-ZJJ is blocked: documents'],
    ['blocker.cleared.v1', 'zh-CN', 'ZX-ZJJ 的障碍已消除：资料'],
  ] as const)('tells of %s in %s what it was', (kind, locale, text) => {
    expect(timelineWords(kind, BLOCKER, locale)).toBe(text);
  });

  it('names the field and the reason where a whistle was not linked with the submission it named', () => {
    const failed = { submissionId: 's', reasonCode: 'unknownSubmission' };
    expect(timelineWords('submission.linkFailed.v1', failed, 'zh-CN')).toBe(
      '吹哨时填的居民来件（submissionId s）没有关联：本社区没有这件来件',
    );
  });
});
