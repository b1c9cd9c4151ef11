import type { FigureCasePage } from '@hsl/contracts/schemas/figures';
import type { CaseRow } from './figure-cases.repository.js';

const orAbsent = (text: string): string | undefined => (text === '' ? undefined : text);

export const caseAnswer = (row: CaseRow): FigureCasePage['items'][number] => ({
  ...{ caseId: row.case_id, number: row.number ?? undefined, kind: row.kind, item: row.item },
  at: row.at.toISOString(),
  ...{ departmentId: orAbsent(row.department_id), communityId: orAbsent(row.community_id) },
  ...{ memberId: orAbsent(row.member_id), categoryCode: orAbsent(row.category_code), grade: orAbsent(row.grade) },
  ...{ score: row.score, hours: row.hours ?? undefined, leftOut: row.left_out ?? undefined },
});
