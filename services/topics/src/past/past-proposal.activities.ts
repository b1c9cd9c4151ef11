import { nameUuid } from '@hsl/platform/name-uuid';
import type { PastProposalActivities, PastSubmission } from '@hsl/workflows/past/past-proposal.activities';
import type { PastProposal } from '@hsl/contracts/past-proposal';
import { Injectable } from '@nestjs/common';
import { ProposalDrafts } from '../proposals/proposal-drafts.js';
import { ProposalTermsService } from '../rules/proposal-terms.service.js';

/** What is said where the files kept no more than that it happened. */
const WORDS = {
  submit: '关于改善社区民生服务的提案（往年补录）',
  recordMeeting: '承办单位与提案人面商（往年补录）',
  reply: '提案已办复，详见原始案卷（往年补录）',
} as const;

/** Words and terms of proposals that were answered before the platform was there (domain 6). */
@Injectable()
export class PastProposalRecorder implements PastProposalActivities {
  constructor(
    private readonly drafts: ProposalDrafts,
    private readonly terms: ProposalTermsService,
  ) {}

  async recordPastTexts({ proposalId, subdistrictId, people, at }: PastProposal): Promise<PastSubmission> {
    const contentIds = {
      submit: proposalId,
      recordMeeting: nameUuid('past', proposalId, 'recordMeeting'),
      reply: nameUuid('past', proposalId, 'reply'),
    };
    for (const step of ['submit', 'recordMeeting', 'reply'] as const) {
      const recordedBy = step === 'submit' ? people.author : people.head;
      const title = step === 'submit' ? { title: WORDS.submit } : {};
      await this.drafts.keep({
        id: contentIds[step],
        subdistrictId,
        proposalId,
        step,
        text: WORDS[step],
        recordedBy,
        ...title,
      });
    }
    return { terms: await this.terms.termsFrom(subdistrictId, at.submitted), contentIds };
  }
}
