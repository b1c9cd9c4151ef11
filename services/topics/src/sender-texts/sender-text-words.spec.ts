import { describe, expect, it } from '@jest/globals';
import { senderText } from './sender-text-words.js';

const frame = { brand: '有事好商量', origin: 'https://hsl.example.cn', trackingCode: '7K3M-9QTF-W2XH' };
const dueAt = Date.parse('2021-10-13T18:00:00+08:00');

describe('the text to a sender', () => {
  it.each([
    [
      'dispatched',
      { leadName: '城管局', dueAt },
      '【有事好商量】查询码7K3M-9QTF-W2XH已受理，城管局牵头，10月13日18时前答复您。查进度 https://hsl.example.cn/t/7K3M-9QTF-W2XH',
    ],
    [
      'moreTime',
      { dueAt: Date.parse('2021-10-20T09:30:00+08:00') },
      '【有事好商量】您的事要多等几天，新时间10月20日9时30分前。让您久等了。查进度 https://hsl.example.cn/t/7K3M-9QTF-W2XH',
    ],
    [
      'done',
      {},
      '【有事好商量】您反映的事办完了，请看看是不是真好了。点 https://hsl.example.cn/t/7K3M-9QTF-W2XH/rating 评价，不满意我们再办。',
    ],
  ] as const)('says of %s by when, by whom, and where to look', (kind, params, text) => {
    expect(senderText(kind, params, frame)).toBe(text);
  });

  it('names neither date nor unit that it does not know, and has no link without the code', () => {
    const { trackingCode: _gone, ...rest } = frame;
    expect(senderText('dispatched', {}, rest)).toBe('【有事好商量】您反映的事已受理，责任单位牵头。');
    expect(senderText('done', {}, rest)).toBe('【有事好商量】您反映的事办完了，请看看是不是真好了。');
  });

  it('tells midnight as the hour in which a day begins', () => {
    const midnight = Date.parse('2021-10-14T00:00:00+08:00');
    expect(senderText('moreTime', { dueAt: midnight }, frame)).toContain('10月14日0时前');
  });
});
