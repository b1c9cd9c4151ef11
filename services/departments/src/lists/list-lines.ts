import type { MeasureLine, ProblemLine, ResponsibilityLine } from '@hsl/contracts/schemas/lists';
import type { DepartmentRef } from '../directory/department-book.js';
import { dayOf } from '../task-briefs/task-brief-view.js';
import type { ListRow, Names } from './lists.repository.js';

export type Named = Names & { department: (id: string) => DepartmentRef };

/** What is unknown here is named by its id rather than hidden. */
const matterOf = (row: ListRow, { department, community }: Named) => ({
  ...{ number: row.number, taskId: row.id, department: department(row.departmentId).name },
  community: community.get(row.communityId) ?? row.communityId,
  role: row.role as ProblemLine['role'],
  state: row.state as ProblemLine['state'],
});

export const problemLineOf = (row: ListRow, named: Named): ProblemLine => ({
  ...matterOf(row, named),
  ...{ category: named.category.get(row.categoryCode) ?? row.categoryCode, grade: row.grade },
  ...{ dispatchedAt: row.dispatchedAt.toISOString(), dueAt: row.dueAt?.toISOString() },
  blockers: row.blockers.map(({ kind, words, recordedAt }) => ({
    kind: kind as ProblemLine['blockers'][number]['kind'],
    ...{ words, recordedAt: recordedAt.toISOString() },
  })),
});

/** None without a brief: the list of measures holds what was undertaken. */
export function measureLineOf(row: ListRow, named: Named): MeasureLine | undefined {
  if (!row.brief) return undefined;
  const { goal, measures, owner, dueOn } = row.brief;
  return { ...matterOf(row, named), goal, measures, owner, dueOn: dayOf(dueOn) };
}

export function responsibilityLineOf(row: ListRow, named: Named): ResponsibilityLine {
  const { brief, assigneeId } = row;
  return {
    ...matterOf(row, named),
    ...(assigneeId === null ? {} : { assignee: named.handler.get(assigneeId) ?? assigneeId }),
    ...(brief ? { owner: brief.owner, dueOn: dayOf(brief.dueOn) } : {}),
    headSignedAt: brief?.headSignedAt?.toISOString(),
    leaderSignedAt: brief?.leaderSignedAt?.toISOString(),
  };
}

const KIND_WORDS: Readonly<Record<string, string>> = { land: '土地', funds: '资金', documents: '资料', other: '其他' };

/** A line as a row of a table: what is a list in it becomes a text, numbered where it has several parts. */
export function cellsOf(line: ProblemLine | MeasureLine | ResponsibilityLine): Record<string, unknown> {
  return {
    ...line,
    ...('blockers' in line
      ? { blockers: numbered(line.blockers.map((one) => `${KIND_WORDS[one.kind]}：${one.words}`)) }
      : {}),
    ...('measures' in line ? { measures: numbered(line.measures) } : {}),
  };
}

const numbered = (parts: readonly string[]): string =>
  parts.length === 1 ? parts[0]! : parts.map((part, index) => `${index + 1}. ${part}`).join('\n');
