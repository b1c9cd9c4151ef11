import { describe, expect, it } from '@jest/globals';
import { AnswerSubmission } from './schemas/submissions.js';
import { BlowWhistle } from './schemas/whistles.js';
import { emptySlots, fillSlots } from './text-slots.js';

const TEXT = '您反映的{地点}一事已交{单位}，{日期}前答复您；{单位}会与您联系。{别的}不是空。';

describe('the slots of a template', () => {
  it('are filled with what is known, wherever they stand; the rest stays for whoever writes', () => {
    expect(emptySlots(TEXT)).toEqual(['地点', '单位', '日期']);
    const filled = fillSlots(TEXT, { 单位: '城管局', 地点: '东门' });
    expect(filled).toBe('您反映的东门一事已交城管局，{日期}前答复您；城管局会与您联系。{别的}不是空。');
    expect(emptySlots(filled)).toEqual(['日期']);
  });

  it('are never sent empty: neither in an answer nor in the facts of a whistle', () => {
    expect(AnswerSubmission.safeParse({ answer: TEXT }).error?.issues).toMatchObject([
      { path: ['answer'], params: { code: 'emptySlot' } },
    ]);
    expect(AnswerSubmission.safeParse({ answer: '已交城管局。' }).success).toBe(true);
    const whistle = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: TEXT };
    expect(BlowWhistle.safeParse(whistle).error?.issues).toMatchObject([{ path: ['facts'] }]);
  });
});
