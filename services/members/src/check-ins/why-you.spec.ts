import { describe, expect, it } from '@jest/globals';
import { whyYou } from './why-you.js';

const reason = { postedHere: true, skillsMatched: ['fire', 'property'], openLoad: 1, rank: 1 };

describe('why a member was picked', () => {
  it('[4.2 assign] is said in the order of the choice: posting, skill, load, rank', () => {
    expect(whyYou(reason, '汇丰社区', 'zh-CN')).toBe(
      '您负责联系汇丰社区；您的专长（消防、物业管理）用得上；您手上还有 1 件报到；在可请的委员中排第 1 位。',
    );
  });

  it('is said in English to who reads English', () => {
    expect(whyYou({ ...reason, openLoad: 0 }, 'Huifeng', 'en')).toBe(
      'You are posted to Huifeng; you know about fire safety, property management; you have no other check-in open; ' +
        'you are number 1 of those who could be asked.',
    );
  });

  it('tells a member from elsewhere that the posted ones were asked before', () => {
    const elsewhere = whyYou({ postedHere: false, skillsMatched: [], openLoad: 0, rank: 2 }, '汇丰社区', 'zh-CN');
    expect(elsewhere).toContain('联系汇丰社区的委员都已请过');
    expect(elsewhere).toContain('排第 2 位');
  });

  it('shows a skill nobody has words for as its code', () => {
    expect(whyYou({ ...reason, skillsMatched: ['diving'] }, '汇丰社区', 'zh-CN')).toContain('（diving）');
  });
});
