import type { Story } from '../story.js';
import type { Deed, Kind, Moment, Thing } from './kind.js';
import { PEOPLE } from './people.js';

const DAY_MS = 86_400_000;
const reason = '试一试';

type Reach = (tale: Story) => Promise<Thing>;

/** A day in Shanghai, so many days from now. */
const day = (offset: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + offset * DAY_MS).toISOString().slice(0, 10);

/** Somebody of a department that nobody else in the matrix has to do with is in charge of one more open task. */
async function assigned(tale: Story, department: string, who: string): Promise<Thing & { whistleId: string }> {
  const { id: whistleId } = await tale.blow();
  await tale.accept(whistleId);
  await tale.checkIn(whistleId);
  await tale.dispatch(whistleId, department.toUpperCase());
  const task = (await tale.taskOf(whistleId, department)) as Thing;
  const id = `zx-${who}-${department}`;
  const path = `/api/department-tasks/${task.id}/assignee`;
  tale.ok('assign', await tale.as(`head-${department}`).post(path, { handlerId: id }));
  return { id, others: { department }, whistleId };
}

const inCharge: Reach = (tale) => assigned(tale, 'zrj', 'handler');

/** What was open has gone to the substitute. */
const away: Reach = async (tale) => {
  const handler = await assigned(tale, 'zrj', 'deputyhead');
  const body = { firstDay: day(0), lastDay: day(1), substituteId: 'zx-head-zrj' };
  tale.ok('away', await tale.as('head-zrj').post(`/api/departments/handlers/${handler.id}/absences`, body));
  return handler;
};

/** What was done stays with whoever did it. */
const done: Reach = async (tale) => {
  const handler = await assigned(tale, 'bdc', 'handler');
  await tale.acknowledge(handler.whistleId, 'bdc');
  await tale.feedBack(handler.whistleId, 'bdc');
  await tale.inState(handler.whistleId, 'VERIFYING');
  return handler;
};

const MOMENTS: Readonly<Record<string, Moment>> = {
  IN_CHARGE: { state: 'IN_CHARGE', reach: inCharge },
  AWAY: { state: 'AWAY', reach: away },
  DONE: { state: 'DONE', reach: done },
};
const ALWAYS = Object.keys(MOMENTS);

const head = ({ others }: Thing) => `head-${others!.department}`;
const successor = (thing: Thing) => `zx-${head(thing)}`;

const DEEDS: readonly Deed[] = [
  {
    ...{ path: 'hand-over', ability: 'departmentTask.assignHandler', by: head },
    body: (thing: Thing) => ({ toHandlerId: successor(thing), reason }),
    ...{ legal: ALWAYS, onceIn: ['IN_CHARGE'], keyless: true },
  },
  {
    ...{ path: 'absences', ability: 'departmentTask.assignHandler', by: head, again: true, keyless: true },
    // Of days to come: nothing goes over yet.
    body: (thing: Thing) => ({ firstDay: day(2), lastDay: day(3), substituteId: successor(thing) }),
    legal: ALWAYS,
  },
];

/** Whose open tasks go to another of the department (domain 4.5; S15): at once, or for the days of an absence. */
export const HANDLERS: Kind = {
  ...{ title: 'a handler whose tasks go to another', service: 'departments', collection: '/api/departments/handlers' },
  ...{ moments: MOMENTS, deeds: DEEDS, states: ALWAYS },
  people: { ...PEOPLE, handler: ['zx-handler-zrj', 'zx-handler-sfj'] },
  trace: `SELECT coalesce((SELECT json_agg(json_build_array(t.id, t.version, t.assignee_id) ORDER BY t.id)
         FROM department_task t WHERE t.department_id = h.department_id)::text, '')
      || (SELECT count(*) FROM handler_absence a WHERE a.handler_id = h.id) AS trace,
      (SELECT count(DISTINCT e.at) FROM timeline_entry e WHERE e.kind = 'assigned' AND e.details ->> 'from' = h.id)
      + (SELECT count(*) FROM handler_absence a WHERE a.handler_id = h.id) AS effects
    FROM handler h WHERE h.id = $1`,
};
