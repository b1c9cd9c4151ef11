import type { Role } from '@hsl/contracts/roles';
import type { ActionForm } from '../actions/action-form.js';
import type { Listed } from '../actions/sort-actions.js';

/** A member's report of public opinion, as its register answers it (S41). */
export interface OpinionReport {
  id: string;
  state: 'DRAFTED' | 'SUBMITTED' | 'ADOPTED' | 'FILED';
  title: string;
  text: string;
  marks: readonly string[];
  communityId?: string;
  remark?: string;
  createdAt: string;
  updatedAt: string;
}

export const REPORT_FORMS: Readonly<Record<string, ActionForm>> = {
  'opinionReport.forward': { path: 'forwarding', fields: [] },
  'opinionReport.decide': {
    path: 'decision',
    fields: [
      { name: 'isAdopted', kind: 'choice', codes: ['true', 'false'], words: 'field.isAdopted' },
      { name: 'reportRemark', kind: 'text', maxLength: 500, isOptional: true },
    ],
    toBody: ({ isAdopted, reportRemark: remark }) => ({
      isAdopted: isAdopted === 'true',
      ...(remark !== undefined && { remark }),
    }),
  },
};

export const isForwarded = ({ marks }: Pick<OpinionReport, 'marks'>): boolean => marks.includes('referredToDistrict');

/** The service decides; this is what is worth offering: a register says nothing of rights. */
export function reportActions(report: Pick<OpinionReport, 'state' | 'marks'>, roles: readonly Role[]): Listed[] {
  if (report.state !== 'SUBMITTED') return [];
  const mayForward = roles.includes('liaisonOfficer') || roles.includes('deputyLeader');
  const offered = [
    ...(mayForward && !isForwarded(report) ? ['opinionReport.forward'] : []),
    ...(roles.includes('districtCommittee') && isForwarded(report) ? ['opinionReport.decide'] : []),
  ];
  return offered.map((name) => ({ name, allowed: true }));
}
