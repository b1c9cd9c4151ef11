/** A proposal that was answered before the platform was there: ids, codes and instants only. */
export interface PastProposal {
  proposalId: string;
  subdistrictId: string;
  /** User ids: author, who filed and assigned it, the lead's head. */
  people: { author: string; deputyLeader: string; liaisonOfficer: string; head: string };
  leadDepartmentId: string;
  /** Milliseconds since the epoch, ascending. */
  at: { submitted: number; assigned: number; met: number; replied: number; rated: number };
}
