import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef, Role } from '@hsl/contracts/roles';
import { proxyActivities } from '@temporalio/workflow';
import * as filing from '../proposal/decisions/filing.decisions.js';
import * as replying from '../proposal/decisions/replying.decisions.js';
import type { ProposalActivities } from '../proposal/proposal.activities.js';
import type { ProposalDone } from '../proposal/proposal.messages.js';
import { rowOf, submitted, type ProposalDecided, type ProposalStatus } from '../proposal/proposal.state.js';
import type { PastProposalActivities } from './past-proposal.activities.js';
import type { PastProposal } from '@hsl/contracts/past-proposal';

const { recordPastTexts, recordProposalDecision } = proxyActivities<PastProposalActivities & ProposalActivities>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '10 seconds', nonRetryableErrorTypes: ['VersionConflict'] },
});

const by = (userId: string, role: Role): ActorRef => ({ userId, role });

/** Takes over a proposal that was replied to before, by the rules and the recorder that all others go by (domain 2.6). */
export async function pastProposalWorkflow(past: PastProposal): Promise<ProposalDone> {
  const { proposalId, subdistrictId, people, at, leadDepartmentId } = past;
  const { terms, contentIds } = await recordPastTexts(past);
  const author = by(people.author, 'member');
  const deputy = by(people.deputyLeader, 'deputyLeader');
  const liaison = by(people.liaisonOfficer, 'liaisonOfficer');
  const head = by(people.head, 'head');
  const ids = { proposalId, subdistrictId, submittedBy: people.author };
  const record = async ({ next, fact }: ProposalDecided, when: Instant, who: ActorRef): Promise<ProposalStatus> => {
    await recordProposalDecision({ ...ids, version: next.version, at: when, by: who, fact, after: rowOf(next) });
    return next;
  };

  const first = { proposalId, subdistrictId, submittedBy: author, contentId: contentIds.submit, terms };
  let now = await record(submitted({ ...first, submittedAt: at.submitted }), at.submitted, author);
  now = await record(filing.file(now, { by: deputy, isFiled: true }, at.assigned), at.assigned, deputy);
  const units = { leadDepartmentId, supportingDepartmentIds: [] };
  now = await record(filing.assign(now, { by: liaison, ...units }, at.assigned), at.assigned, liaison);
  now = await record(replying.recordMeeting(now, { by: head, contentId: contentIds.recordMeeting }), at.met, head);
  now = await record(replying.confirmMeeting(now), at.met, author);
  const reply = { by: head, replyClass: 'A', contentId: contentIds.reply } as const;
  now = await record(replying.reply(now, reply, at.replied), at.replied, head);
  now = await record(replying.rate(now, { by: author, rating: 'satisfied' }, at.rated), at.rated, author);
  now = await record(filing.close(now), at.rated, deputy);
  return { state: now.state, replyClass: now.replyClass, rating: now.rating };
}
