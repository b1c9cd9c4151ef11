import type { ApprovalKind } from '@hsl/contracts/schemas/approvals';
import type { Role } from '@hsl/contracts/roles';
import { OPEN_WHISTLE_STATES } from '@hsl/contracts/states';
import type { StepContentKind } from '../steps/step-content.js';

interface KindOfApproval {
  ability: string;
  /** Who asks for it. */
  askedRole: Role;
  /** What they wrote, where they write something. */
  words?: StepContentKind;
  /** The condition of its moment on `whistle`; the table of rights and the life cycle say who may, and whether. */
  waits: object;
}

/** `waiting_for` names the step while it is owed. By the instant the few that wait are found among all there ever were. */
const owed = (step: ApprovalKind): object => ({
  waitingSince: { not: null },
  waitingFor: { array_contains: [{ step }] },
});

/** The words that a matter may wait for (domain 4.2, 4.5). */
export const APPROVALS: Readonly<Record<ApprovalKind, KindOfApproval>> = {
  countersign: { ability: 'whistle.countersign', askedRole: 'communityWorker', waits: owed('countersign') },
  declineRuling: {
    ...{ ability: 'whistle.confirmDecline', askedRole: 'liaisonOfficer', words: 'decline' },
    waits: owed('declineRuling'),
  },
  objectionRuling: {
    ...{ ability: 'whistle.ruleObjection', askedRole: 'communityWorker', words: 'objection' },
    waits: owed('objectionRuling'),
  },
  withdrawApproval: {
    ...{ ability: 'whistle.approveWithdraw', askedRole: 'communityHead', words: 'withdrawal' },
    // It goes on meanwhile, and waits for others.
    waits: {
      state: { in: [...OPEN_WHISTLE_STATES] },
      ...{ outcome: null, progress: { path: ['withdrawProposedBy'], string_starts_with: '' } },
    },
  },
  outcomeChoice: {
    ...{ ability: 'whistle.chooseOutcome', askedRole: 'resident', words: 'revisit' },
    waits: owed('outcomeChoice'),
  },
};

/** Relations of the rows on these abilities: they close the action on one matter, and nobody's list. */
export const APPROVAL_RELATIONS: readonly string[] = [
  ...['notBlower', 'notProposer', 'notConfirmer', 'headBlewOrAbsent', 'noOtherDeputyLeader'],
];
