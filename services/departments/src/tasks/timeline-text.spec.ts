import { describe, expect, it } from '@jest/globals';
import { timelineText } from './timeline-text.js';
import { TIMELINE_KINDS } from './timeline-words.js';

const DUE = '2021-10-13T10:00:00.000Z';

describe('a line of a task’s history', () => {
  it('says in both languages what happened and by when, in the time of Shanghai', () => {
    const details = { round: 1, acknowledgeDueAt: '2021-10-08T10:00:00.000Z', feedbackDueAt: DUE };
    expect(timelineText('dispatched', details, 'zh-CN')).toBe('已派单，10月8日 18:00 前签收，10月13日 18:00 前反馈。');
    expect(timelineText('dispatched', details, 'en')).toContain('feed back by 13 Oct, 18:00');
  });

  it('says whether a step was taken in time', () => {
    expect(timelineText('acknowledged', { onTime: true }, 'zh-CN')).toBe('已签收（按时）。');
    expect(timelineText('feedbackSubmitted', { onTime: false }, 'en')).toBe('Feedback submitted (late).');
  });

  it('counts reworks from one and names the late step of a card', () => {
    expect(timelineText('reworked', { round: 2, feedbackDueAt: DUE }, 'zh-CN')).toBe(
      '第 1 次重办，10月13日 18:00 前反馈。',
    );
    expect(timelineText('redCard', { step: 'acknowledge', dueAt: DUE }, 'zh-CN')).toBe(
      '红牌：签收已超时，截止时间 10月13日 18:00。',
    );
  });

  it('leaves no hole and no bracket, whatever is missing', () => {
    const texts = TIMELINE_KINDS.flatMap((kind) => [timelineText(kind, {}, 'zh-CN'), timelineText(kind, {}, 'en')]);
    expect(texts.filter((text) => /[{}[\]]/.test(text))).toEqual([]);
  });
});
