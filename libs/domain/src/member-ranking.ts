/** A member who could be asked, with what the choice rests on. */
export interface Candidate {
  memberId: string;
  /** Posted to the whistle's community today. */
  postedHere: boolean;
  skills: readonly string[];
  /** Check-ins asked of this member that are not finished. */
  openLoad: number;
}

/** Why this member: shown to the member and the liaison officer. */
export interface PickReason {
  postedHere: boolean;
  /** The wanted skills this member has. */
  skillsMatched: string[];
  openLoad: number;
  /** 1 for the first choice. */
  rank: number;
}

export interface Pick {
  memberId: string;
  reason: PickReason;
}

/**
 * Whom to ask (domain 4.2 ASSIGNING): posted to the community first, then most wanted skills, then lightest load;
 * equals are told apart by id, so that the same facts always give the same choice.
 */
export function rankMembers(candidates: readonly Candidate[], wantedSkills: readonly string[], count: number): Pick[] {
  return candidates
    .map((candidate) => ({ candidate, matched: wantedSkills.filter((skill) => candidate.skills.includes(skill)) }))
    .sort(
      (a, b) =>
        Number(b.candidate.postedHere) - Number(a.candidate.postedHere) ||
        b.matched.length - a.matched.length ||
        a.candidate.openLoad - b.candidate.openLoad ||
        (a.candidate.memberId < b.candidate.memberId ? -1 : 1),
    )
    .slice(0, count)
    .map(({ candidate, matched }, index) => ({
      memberId: candidate.memberId,
      reason: {
        postedHere: candidate.postedHere,
        skillsMatched: matched,
        openLoad: candidate.openLoad,
        rank: index + 1,
      },
    }));
}
