import type { Role } from '@hsl/contracts/roles';
import type { Proposal } from '@hsl/contracts/schemas/proposals';
import type { Step } from '@hsl/contracts/steps';
import { useTranslation } from 'react-i18next';
import { useNameOf } from './names/use-names.js';
import { WaitedFor } from './waited-for.js';

/** Steps of one office or of a member; who approves an entry depends on its days, and is not said. */
const OFFICES: Partial<Record<Step, Role>> = {
  proposalFile: 'deputyLeader',
  proposalAssign: 'liaisonOfficer',
  proposalReturnRuling: 'deputyLeader',
  proposalRate: 'member',
  proposalClose: 'liaisonOfficer',
  ledgerReview: 'liaisonOfficer',
  carryOver: 'groupLeader',
};
const UNITS: readonly Step[] = ['reply', 'proposalOpinion', 'proposalPromise', 'milestone'];

interface Props {
  deadlines: Proposal['deadlines'];
  /** Of whom a step of a unit is asked where its clock does not say. */
  leadDepartmentId: string | undefined;
}

/** Every clock of a proposal or of an entry on the register that has not been met, each on a line. */
export function RunningClocks({ deadlines, leadDepartmentId }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const whoOf = (step: Step, unitId: string | undefined): string | undefined => {
    const office = OFFICES[step];
    if (office !== undefined) return t(`role.${office}`);
    return UNITS.includes(step) && unitId !== undefined ? nameOf('department', unitId) : undefined;
  };
  return deadlines
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ step, holderId = leadDepartmentId, dueAt }) => (
      <WaitedFor key={`${step} ${holderId}`} who={whoOf(step, holderId)} what={t(`step.${step}`)} dueAt={dueAt} />
    ));
}
