/** What a vote of owners is about (Civil Code art. 278); the shares are the subdistrict's to set otherwise. */
export const OWNERS_VOTE_RULES = {
  /** Choosing or dismissing a property service (S83): the simple majority of those who vote. */
  commissionManager: { quorum: [2, 3], agreed: [1, 2], strictly: true },
  /** Adding a lift, rebuilding, using the repair fund for it (S85): three quarters of those who vote. */
  installElevator: { quorum: [2, 3], agreed: [3, 4], strictly: false },
} as const satisfies Record<string, OwnersVoteRule>;
export type OwnersVoteSubject = keyof typeof OWNERS_VOTE_RULES;

type Share = readonly [part: number, whole: number];

export interface OwnersVoteRule {
  /** Of all owners, by number and by area, who must have voted: this share or more. */
  quorum: Share;
  /** Of those who voted, by number and by area, who must agree. */
  agreed: Share;
  /** Whether it takes more than that share. */
  strictly: boolean;
}

/** Owners counted by heads and by area. Area in whole square decimetres, so that nothing is rounded. */
export interface Tally {
  owners: number;
  area: number;
}

export interface OwnersVote {
  all: Tally;
  voted: Tally;
  agreed: Tally;
}

/** Why a vote did not carry; nothing if it did. */
export type VoteVerdict = 'carried' | 'noQuorum' | 'notAgreed';

const reaches = (part: number, whole: number, [over, under]: Share, strictly: boolean): boolean =>
  strictly ? part * under > whole * over : part * under >= whole * over;

/** Whether it carried: both by heads and by area, first the quorum, then the consent of those who voted. */
export function verdictOf({ all, voted, agreed }: OwnersVote, rule: OwnersVoteRule): VoteVerdict {
  const both = (part: Tally, whole: Tally, share: Share, strictly: boolean): boolean =>
    reaches(part.owners, whole.owners, share, strictly) && reaches(part.area, whole.area, share, strictly);
  if (!both(voted, all, rule.quorum, false)) return 'noQuorum';
  return both(agreed, voted, rule.agreed, rule.strictly) ? 'carried' : 'notAgreed';
}
