import type { TaskRuling } from '@hsl/contracts/events/task-events';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { fromIso } from '@hsl/contracts/instants';
import type { WhistleKind } from '@hsl/contracts/grades';
import type { Outcome } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import type { FiredRung, MatterFile, TaskFacts } from './matter-file.js';
import type { TallyCell } from './tally.js';
import type { Waiting } from './waiting.js';

/** Tables task and rung as `to_json` gives their rows. */
interface TaskJson extends Pick<TaskFacts, 'role' | 'round' | 'state' | 'version' | 'sequence'> {
  task_id: string;
  department_id: string;
  acknowledge_due_at: string;
  feedback_due_at: string;
  next_rung: RungAt | null;
  ruling: TaskRuling | null;
  updated_at: string;
}

interface RungJson extends Pick<FiredRung, 'step' | 'rung' | 'kind' | 'sequence'> {
  owner_id: string;
  due_at: string;
  department_id: string | null;
  member_id: string | null;
  fired_at: string;
  next_rung: RungAt | null;
}

/** What one query reads of a whistle; the middle part is null while no snapshot has come. */
export interface StoredFile {
  whistle_id: string;
  snapshot: WhistleSnapshot | null;
  snapshot_sequence: string | null;
  concluded_at: Date | null;
  ended_at: Date | null;
  outcome: Outcome | null;
  kind: WhistleKind | null;
  is_open: boolean | null;
  department_ids: string[] | null;
  waiting_for: Waiting[] | null;
  tallied: TallyCell[] | null;
  is_carded: boolean | null;
  tasks: TaskJson[] | null;
  rungs: RungJson[] | null;
}

/** The rows as the fold knows them. */
export function fileOf({ snapshot, snapshot_sequence, kind, tasks, rungs, ...stored }: StoredFile): MatterFile {
  const { concluded_at: concludedAt, ended_at: endedAt, outcome } = stored;
  const concluded = concludedAt === null ? {} : { concludedAt: concludedAt.getTime() };
  const ended = endedAt === null || outcome === null ? {} : { ended: { at: endedAt.getTime(), outcome } };
  const told = { ...concluded, ...ended, ...(kind === null ? {} : { kind }) };
  return {
    ...(snapshot === null ? {} : { whistle: { snapshot, sequence: Number(snapshot_sequence), ...told } }),
    tasks: (tasks ?? []).map(taskOf),
    rungs: (rungs ?? []).map(rungOf),
  };
}

const taskOf = (row: TaskJson): TaskFacts => ({
  ...{ taskId: row.task_id, departmentId: row.department_id },
  ...{ role: row.role, round: row.round, state: row.state, version: row.version, sequence: row.sequence },
  acknowledgeDueAt: fromIso(row.acknowledge_due_at),
  feedbackDueAt: fromIso(row.feedback_due_at),
  nextRung: row.next_rung ?? undefined,
  ruling: row.ruling ?? undefined,
  at: fromIso(row.updated_at),
});

const rungOf = (row: RungJson): FiredRung => ({
  ...{ ownerId: row.owner_id, step: row.step, rung: row.rung, kind: row.kind, sequence: row.sequence },
  dueAt: fromIso(row.due_at),
  departmentId: row.department_id ?? undefined,
  memberId: row.member_id ?? undefined,
  at: fromIso(row.fired_at),
  nextRung: row.next_rung ?? undefined,
});
