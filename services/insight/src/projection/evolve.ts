import type { CloudEvent } from '@hsl/contracts/event';
import type { TaskFact } from '@hsl/contracts/events/task-events';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { newestEnd } from './matter-end.js';
import type { FiredRung, FiredRungKind, MatterFile, TaskFacts } from './matter-file.js';
import {
  isSnapshotEvent,
  isTaskEvent,
  type MatterEvent,
  type RungEvent,
  type SnapshotEvent,
  type TaskEvent,
} from './whistle-events.js';

const KIND_OF: Record<RungEvent['type'], FiredRungKind> = {
  'step.reminded.v1': 'reminder',
  'card.yellow.v1': 'yellowCard',
  'card.red.v1': 'redCard',
  'order.issued.v1': 'superviseOrder',
  'interview.due.v1': 'interview',
  'supervision.escalated.v1': 'escalatedSupervision',
};

/**
 * The file after one more event. Whatever the order in which events come, and however often, the file ends the same:
 * of snapshots and tasks the highest version stays, a rung is there once.
 */
export function evolve(file: MatterFile, event: MatterEvent): MatterFile {
  if (isSnapshotEvent(event)) return withSnapshot(file, event);
  if (isTaskEvent(event)) return withTask(file, event);
  return withRung(file, event);
}

function withSnapshot(file: MatterFile, event: SnapshotEvent): MatterFile {
  const { whistle } = file;
  const isNewer = whistle === undefined || event.data.version > whistle.snapshot.version;
  const concluded = event.type === 'whistle.concluded.v1' ? [event.data.at] : [];
  const born = event.type === 'whistle.blown.v1' ? (event as CloudEvent<'whistle.blown.v1'>).data.kind : undefined;
  const kind = born ?? whistle?.kind;
  const ended = newestEnd(whistle?.ended, event);
  const isTold = isNewer || concluded.length > 0 || kind !== whistle?.kind || ended !== whistle?.ended;
  if (!isTold) return file;
  const at = [...concluded, ...(whistle?.concludedAt === undefined ? [] : [whistle.concludedAt])];
  return {
    ...file,
    whistle: {
      ...(isNewer ? { snapshot: snapshotOf(event.data), sequence: event.sequence } : whistle),
      ...(at.length === 0 ? {} : { concludedAt: Math.max(...at) }),
      ...(ended === undefined ? {} : { ended }),
      ...(kind === undefined ? {} : { kind }),
    },
  };
}

/** The snapshot alone, without what single types of events or a census add. */
export function snapshotOf(data: WhistleSnapshot): WhistleSnapshot {
  // One plain literal: this is made for every event, and spreading several into one costs ten times as much.
  return {
    whistleId: data.whistleId,
    number: data.number,
    version: data.version,
    state: data.state,
    communityId: data.communityId,
    estateId: data.estateId,
    categoryCode: data.categoryCode,
    topicId: data.topicId,
    grade: data.grade,
    level: data.level,
    leadDepartmentId: data.leadDepartmentId,
    departmentIds: data.departmentIds,
    memberIds: data.memberIds,
    waitingFor: data.waitingFor,
    waitingSince: data.waitingSince,
    dueAt: data.dueAt,
    nextRung: data.nextRung,
    reworkCount: data.reworkCount,
    blownAt: data.blownAt,
    at: data.at,
  };
}

const withTask = (file: MatterFile, { data, sequence }: TaskEvent): MatterFile => withTaskFact(file, data, sequence);

/** Of a task the highest version stays. */
export function withTaskFact(file: MatterFile, data: TaskFact, sequence: number): MatterFile {
  const known = file.tasks.find((task) => task.taskId === data.taskId);
  if (known && known.version >= data.version) return file;
  const { taskId, departmentId, role, round, state, version, at } = data;
  const { acknowledgeDueAt, feedbackDueAt, nextRung, ruling } = data;
  const task: TaskFacts = {
    ...{ taskId, departmentId, role, round, state, version, sequence, at },
    ...{ acknowledgeDueAt, feedbackDueAt, nextRung, ruling },
  };
  return { ...file, tasks: [...file.tasks.filter((other) => other !== known), task] };
}

function withRung(file: MatterFile, event: RungEvent): MatterFile {
  const { step, rung, dueAt, departmentId, memberId, taskId, at, nextRung } = event.data;
  const ownerId = taskId ?? memberId ?? '';
  const same = (other: FiredRung): boolean =>
    other.ownerId === ownerId && other.step === step && other.dueAt === dueAt && other.rung === rung;
  if (file.rungs.some(same)) return file;
  const kind = KIND_OF[event.type];
  const fired = { ownerId, step, dueAt, rung, kind, departmentId, memberId, at, nextRung, sequence: event.sequence };
  return { ...file, rungs: [...file.rungs, fired] };
}
