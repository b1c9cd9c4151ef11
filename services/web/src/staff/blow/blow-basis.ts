import type { Submission } from '@hsl/contracts/schemas/submissions';
import type { Topic } from '@hsl/contracts/schemas/topics';
import type { BlowWhistle, Reporter } from '@hsl/contracts/schemas/whistles';
import type { SubmissionChannel } from '@hsl/contracts/submissions';
import type { Typed } from './blown.js';

/** What a whistle is blown from: what stands in the form at first, and what goes with it unseen. */
export interface Basis {
  /** Names the draft, so that it comes back with this one only. */
  name: string;
  typed: Typed;
  fixed: Partial<Pick<BlowWhistle, 'submissionId' | 'topicId' | 'reporters'>>;
  /** Key of the line above the form, and how many residents it tells of. */
  words: 'blow.fromSubmission' | 'blow.fromTopic';
  count: number;
}

const REPORTED_BY: Record<SubmissionChannel, Reporter['channel']> = {
  ...{ qrSubmission: 'qr', opinionExpress: 'opinionExpress', hall: 'hall', member: 'member' },
  ...{ staff: 'visit', partner: 'other' },
};

/** Departments read the facts: a phone that somebody wrote among them stays behind. */
export const withoutPhones = (text: string): string =>
  text.replaceAll(/(?<!\d)(?:1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/g, '（电话略）');

/** Its sender counts as one resident; name and phone stay where they are. */
export function basisOfSubmission(submission: Submission): Basis {
  const { id, communityId, categoryCode, place, text, additions, channel } = submission;
  const facts = [text, ...additions.map((one) => one.text)].map(withoutPhones).join('\n').slice(0, 2_000);
  return {
    name: id,
    typed: { communityId, categoryCode, place, facts },
    fixed: { submissionId: id, reporters: [{ channel: REPORTED_BY[channel] }] },
    ...{ words: 'blow.fromSubmission', count: 1 },
  };
}

type TopicWords = Pick<Topic, 'id' | 'communityIds' | 'categoryCode' | 'problem' | 'endorsements'>;

/** @param mine communities in which the reader may blow */
export function basisOfTopic(topic: TopicWords, mine: readonly string[]): Basis {
  const { id, communityIds, categoryCode, problem, endorsements } = topic;
  return {
    name: id,
    typed: { communityId: communityIds.find((one) => mine.includes(one)), categoryCode, facts: withoutPhones(problem) },
    fixed: { topicId: id },
    ...{ words: 'blow.fromTopic', count: endorsements },
  };
}
