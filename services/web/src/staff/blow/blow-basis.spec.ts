import { describe, expect, it } from '@jest/globals';
import { SendSubmission, type Submission } from '@hsl/contracts/schemas/submissions';
import { BlowWhistle } from '@hsl/contracts/schemas/whistles';
import { basisOfSubmission, basisOfTopic, withoutPhones } from './blow-basis.js';

const ID = '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11';
const submission = (more: object = {}) =>
  ({
    ...{ id: ID, communityId: 'ZX01', categoryCode: 'C1', place: '二单元门口', text: '飞线充电，电话13800006789。' },
    ...{ channel: 'qrSubmission', additions: [{ text: '今晚又多了。', at: '2026-11-27T01:00:00Z' }] },
    ...more,
  }) as unknown as Submission;

describe('a whistle that is blown from a submission', () => {
  it('begins with its place, category and words, and is what the service reads', () => {
    const { typed, fixed } = basisOfSubmission(submission());
    expect(typed).toEqual({
      ...{ communityId: 'ZX01', categoryCode: 'C1', place: '二单元门口' },
      facts: '飞线充电，电话（电话略）。\n今晚又多了。',
    });
    const body = BlowWhistle.parse({ kind: 'hardProblem', ...typed, ...fixed });
    expect(body).toMatchObject({ submissionId: ID, reporters: [{ channel: 'qr' }] });
  });

  it('has one resident behind it, whatever the channel', () => {
    for (const channel of SendSubmission.shape.channel.unwrap().options) {
      const { fixed } = basisOfSubmission(submission({ channel }));
      expect(BlowWhistle.shape.reporters.parse(fixed.reporters)).toHaveLength(1);
    }
  });

  it('leaves phones behind, and numbers that are none', () => {
    expect(withoutPhones('打 138 0000 6789 或 0371-88880000')).toBe('打 （电话略） 或 （电话略）');
    expect(withoutPhones('表号 202611270001234，12 户')).toBe('表号 202611270001234，12 户');
  });
});

describe('a whistle that is blown for a topic', () => {
  it('belongs to it, in the community of whoever blows', () => {
    const topic = { id: ID, communityIds: ['ZX02', 'ZX01'], categoryCode: 'C1', problem: '停车难', endorsements: 7 };
    expect(basisOfTopic(topic, ['ZX01'])).toMatchObject({
      typed: { communityId: 'ZX01', categoryCode: 'C1', facts: '停车难' },
      ...{ fixed: { topicId: ID }, count: 7 },
    });
  });
});
