import { nameUuid } from '@hsl/platform/name-uuid';
import type { PastProposal } from '@hsl/contracts/past-proposal';
import { diceOf } from './dice.js';
import { PERIOD, TENANT } from './period.js';
import type { Units } from './units.js';
import { atHour, later, workingDays } from './working-days.js';

/** One of each member; the article gives rates, no number. */
const PROPOSALS = 24;
const SEED = 63;
/** From its submission to its rating. */
const LONGEST_ROAD = 60;

/** Proposals of the period: all replied to in time, all talked over before, all to their authors' content (S72–S74). */
export function pastProposals({ departmentIds }: Units): PastProposal[] {
  const dice = diceOf(SEED);
  const days = workingDays(PERIOD.from, PERIOD.to);
  const lastStart = days.length - 1 - LONGEST_ROAD;
  return Array.from({ length: PROPOSALS }, (_, index) => {
    const leadDepartmentId = departmentIds[(index * 5) % departmentIds.length]!;
    const submitted = days[Math.floor((index * lastStart) / (PROPOSALS - 1))]!;
    const assigned = later(submitted, 2);
    const met = later(assigned, 10 + Math.floor(dice() * 15));
    const replied = later(met, 2 + Math.floor(dice() * 10));
    return {
      ...{ proposalId: nameUuid('past', TENANT, `proposal ${index}`), subdistrictId: TENANT, leadDepartmentId },
      people: {
        author: `${TENANT}-member-${String(index + 1).padStart(2, '0')}`,
        deputyLeader: `${TENANT}-deputyleader1`,
        liaisonOfficer: `${TENANT}-liaison${(index % 3) + 1}`,
        head: `${TENANT}-head-${leadDepartmentId.slice('ZX-'.length).toLowerCase()}`,
      },
      at: {
        submitted: atHour(submitted, 10),
        assigned: atHour(assigned, 16),
        met: atHour(met, 10),
        replied: atHour(replied, 15),
        rated: atHour(later(replied, 3), 11),
      },
    };
  });
}
