import type { RulingKind } from '@hsl/contracts/schemas/approvals';
import { Prisma } from '../generated/prisma/client.js';
import type { TaskRow } from '../tasks/task.repository.js';
import { progressOf } from '../steps/task-step-specs.js';

interface KindOfRuling {
  abilities: readonly string[];
  /** Kind of the note in which somebody asks for it. */
  words?: string;
  /** The condition of its moment on `department_task`. */
  waits: Prisma.DepartmentTaskWhereInput;
  isAsked: (task: TaskRow) => boolean;
}

const phase = (name: string): Pick<KindOfRuling, 'waits' | 'isAsked'> => ({
  waits: { state: 'DISPUTED', progress: { path: ['dispute', 'phase'], equals: name } },
  isAsked: (task) => task.state === 'DISPUTED' && progressOf(task).dispute?.phase === name,
});
/** The department is at work meanwhile. */
const AT_WORK = { state: { in: ['DISPATCHED', 'ACKNOWLEDGED', 'IN_PROGRESS'] } };
const extension = (granted: number): Prisma.DepartmentTaskWhereInput => ({
  AND: [
    { progress: { path: ['extension', 'newDueAt'], gt: 0 } },
    { progress: { path: ['extensionsGranted'], equals: granted } },
  ],
});

/** The words that a task may wait for (domain 4.3, 4.5). */
export const RULINGS: Readonly<Record<RulingKind, KindOfRuling>> = {
  return: {
    ...{ abilities: ['departmentTask.ruleReturn'], words: 'returnRequest', waits: { state: 'RETURN_REQUESTED' } },
    isAsked: ({ state }) => state === 'RETURN_REQUESTED',
  },
  siteMeeting: { abilities: ['dispute.convene'], words: 'returnRequest', ...phase('siteMeeting') },
  dispute: { abilities: ['dispute.rule'], words: 'returnRequest', ...phase('ruling') },
  appeal: { abilities: ['dispute.ruleAppeal'], words: 'appeal', ...phase('appealed') },
  extension: {
    abilities: ['departmentTask.grantFirstExtension', 'departmentTask.grantSecondExtension'],
    words: 'extensionRequest',
    waits: { AND: [AT_WORK, { progress: { path: ['extension', 'newDueAt'], gt: 0 } }] },
    isAsked: (task) => progressOf(task).extension !== undefined,
  },
  pause: {
    ...{ abilities: ['departmentTask.agreePause'], words: 'idleFlag' },
    waits: {
      AND: [
        AT_WORK,
        { progress: { path: ['idleFlags', '0', 'at'], gt: 0 } },
        { progress: { path: ['pause'], equals: Prisma.DbNull } },
      ],
    },
    isAsked: (task) => (progressOf(task).idleFlags ?? []).length > 0 && progressOf(task).pause === undefined,
  },
};

/** The first extension is one person's to grant, the second another's (domain 4.3). */
export const EXTENSION_WAITS: Readonly<Record<string, Prisma.DepartmentTaskWhereInput>> = {
  'departmentTask.grantFirstExtension': extension(0),
  'departmentTask.grantSecondExtension': extension(1),
};

/** Relations of the rows on these abilities: they close the action on one task, and nobody's list. */
export const RULING_RELATIONS: readonly string[] = ['notHandlingDepartment', 'notParty', 'notRuler'];
