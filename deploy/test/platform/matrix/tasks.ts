import { TASK_STATES } from '@hsl/contracts/states';
import type { Deed, Kind, Thing } from './kind.js';
import { extended, returnTo, TASK_MOMENTS } from './task-moments.js';

const reason = '试一试';
const nobody = '00000000-0000-4000-8000-000000000000';
const supporting = ({ others }: Thing) => ({ supportingTaskId: others?.supportingId ?? nobody, reason });

const named = (...starts: string[]): string[] =>
  Object.keys(TASK_MOMENTS).filter((name) => starts.some((start) => name.startsWith(start)));
/** Nobody is beside it. */
const ALONE = named('ACKNOWLEDGED, alone', 'ACKNOWLEDGED, more', 'ACKNOWLEDGED, given', 'ACKNOWLEDGED, still');
/** The first extension is spent: another right rules on the second. */
const GIVEN = named('ACKNOWLEDGED, given', 'ACKNOWLEDGED, still');
const WORKING = named('DISPATCHED', 'ACKNOWLEDGED', 'IN_PROGRESS');
const DISPUTED = named('DISPUTED');
const without = (names: string[], ...gone: string[]) => names.filter((name) => !gone.some((end) => name.endsWith(end)));

const TASK_DEEDS: readonly Deed[] = [
  {
    ...{ path: 'acknowledgement', ability: 'departmentTask.acknowledge', by: 'handler-cgj' },
    ...{ body: {}, legal: ['DISPATCHED'] },
  },
  {
    ...{ path: 'feedback', ability: 'departmentTask.integrateFeedback', by: 'head-cgj' },
    body: { summary: '已办好', evidence: [{ kind: 'after', note: '现场已清' }] },
    // The lead waits for every supporting unit (domain 4.2).
    legal: [...ALONE, 'ACKNOWLEDGED, a supporting unit no longer idle', 'IN_PROGRESS, a rework'],
  },
  {
    ...{ path: 'return-request', ability: 'departmentTask.requestReturn', by: 'handler-cgj' },
    ...{ body: returnTo('ZX-GAJ'), legal: without(WORKING, 'a rework') },
  },
  {
    ...{ path: 'return-ruling', ability: 'departmentTask.ruleReturn', by: 'liaison1' },
    ...{ body: { accept: false, reason }, legal: ['RETURN_REQUESTED'] },
  },
  {
    ...{ path: 'statements', ability: 'dispute.state', by: 'worker-01', again: true },
    ...{ body: { position: '以围墙为界' }, legal: without(DISPUTED, 'to appeal') },
  },
  {
    ...{ path: 'site-meeting', ability: 'dispute.convene', by: 'liaison1', legal: ['DISPUTED, to meet'] },
    body: { findings: '以围墙为界', attended: ['城管局', '住建局'] },
  },
  {
    ...{ path: 'dispute-ruling', ability: 'dispute.rule', by: 'deputyleader1', legal: ['DISPUTED, to rule'] },
    body: { toDepartmentId: 'ZX-CGJ', reason },
  },
  {
    ...{ path: 'appeal', ability: 'dispute.appeal', by: 'head-cgj', legal: ['DISPUTED, to appeal'] },
    body: { reason },
  },
  {
    ...{ path: 'appeal-ruling', ability: 'dispute.ruleAppeal', by: 'groupleader', legal: ['DISPUTED, appealed'] },
    body: { toDepartmentId: 'ZX-CGJ', reason },
  },
  {
    ...{ path: 'extension-request', ability: 'departmentTask.requestExtension', by: 'handler-cgj', body: extended },
    legal: without(WORKING, 'more time asked for'),
  },
  {
    ...{ path: 'extension-ruling', ability: 'departmentTask.grantFirstExtension', by: 'liaison1' },
    ...{ body: { approve: true }, legal: ['ACKNOWLEDGED, more time asked for'] },
    only: Object.keys(TASK_MOMENTS).filter((name) => !GIVEN.includes(name)),
  },
  {
    ...{ path: 'extension-ruling', ability: 'departmentTask.grantSecondExtension', by: 'deputyleader1' },
    ...{ body: { approve: true }, legal: ['ACKNOWLEDGED, still more time asked for'], only: GIVEN },
  },
  {
    ...{ path: 'idle-flags', ability: 'departmentTask.flagIdle', by: 'handler-cgj', body: supporting },
    ...{ legal: ['ACKNOWLEDGED, a supporting unit at work', 'DISPATCHED'], missing: ALONE },
  },
  {
    ...{ path: 'pause', ability: 'departmentTask.agreePause', by: 'liaison1', body: { reason } },
    legal: ['ACKNOWLEDGED, a supporting unit idle'],
  },
  {
    ...{ path: 'waivers', ability: 'departmentTask.waiveSupporting', by: 'deputyhead-cgj', body: supporting },
    legal: [
      ...named('ACKNOWLEDGED, a supporting unit at', 'ACKNOWLEDGED, a supporting unit idle', 'ACKNOWLEDGED, paused'),
      'DISPATCHED',
    ],
    ...{ missing: ALONE, about: 'another' },
  },
  {
    ...{ path: 'interim-actions', ability: 'departmentTask.recordInterim', by: 'handler-cgj', again: true },
    ...{ body: { action: '先设围挡' }, legal: [...WORKING, 'RETURN_REQUESTED', ...DISPUTED] },
  },
  {
    ...{ path: 'assignee', ability: 'departmentTask.assignHandler', by: 'head-cgj', again: true, keyless: true },
    body: { handlerId: 'zx-handler-cgj' },
    legal: without(Object.keys(TASK_MOMENTS), 'CANCELLED', 'RETURNED'),
  },
];

/** A task of the lead, and what it decided about the units beside it. */
export const TASKS: Kind = {
  ...{ title: 'a department task', service: 'departments', collection: '/api/department-tasks' },
  beside: [
    'blockers',
    'brief/signatures',
    'files',
    'files/{fileId}/look',
    'files/{fileId}/redaction',
    'rating',
    'site-visits',
  ],
  ...{ moments: TASK_MOMENTS, deeds: TASK_DEEDS, states: TASK_STATES },
  // A rework is IN_PROGRESS at once.
  transient: ['REWORK'],
  trace: `SELECT
      (SELECT json_agg(json_build_array(t.id, t.version, t.state, t.progress, t.assignee_id) ORDER BY t.id)
         FROM department_task t WHERE t.whistle_id = own.whistle_id)::text
      || (SELECT count(*) FROM task_note n WHERE n.task_id = own.id AND n.final) AS trace,
      (SELECT count(*) FROM department_task t JOIN timeline_entry e ON e.aggregate_id = t.id::text AND e.actor_id IS NOT NULL
         WHERE t.whistle_id = own.whistle_id)
      + (SELECT count(*) FROM task_note n WHERE n.task_id = own.id AND n.final AND n.kind = 'interim') AS effects
    FROM department_task own WHERE own.id = $1`,
};
