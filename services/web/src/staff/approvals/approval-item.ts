import type { Approval, Ruling } from '@hsl/contracts/schemas/approvals';
import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import type { ActionForm } from '../actions/action-form.js';
import type { Listed } from '../actions/sort-actions.js';
import type { Subject } from '../actions/use-taking.js';
import { ledgerActions } from '../ledger/ledger-action-forms.js';
import { TASK_ACTIONS } from '../tasks/task-action-forms.js';
import { WHISTLE_ACTIONS } from '../whistle/whistle-action-forms.js';
import type { ApprovalSource } from './approval-sources.js';

/** One word that is waited for, whatever it is about. */
export interface ApprovalItem {
  key: string;
  source: ApprovalSource;
  kind: string;
  number: string;
  communityId: string;
  /** Of the task or the entry, whose page tells more; a matter is found by its number. */
  id?: string;
  facts?: string;
  askedRole?: string;
  askedDepartment?: string;
  askedAt?: string;
  /** A key of the catalogue. */
  ground?: string;
  reason?: string;
  legalBasis?: string;
  toDepartment?: string;
  /** When the work itself is due, and when it would be. */
  workDueAt?: string;
  newDueAt?: string;
  days?: number;
  dueAt?: string;
  action: Listed;
  form: ActionForm;
  subject: Subject;
}

export function ofMatter(approval: Approval): ApprovalItem[] {
  const { kind, whistleId, number, reasonCode, action, ...rest } = approval;
  const form = WHISTLE_ACTIONS.forms[action.name];
  if (!form) return [];
  const subject = { address: `/api/whistles/${whistleId}`, title: number };
  const ground = reasonCode === undefined ? undefined : `field.reasonCode.${reasonCode}`;
  return [{ ...rest, key: `${kind}.${whistleId}`, source: 'matter', kind, number, ground, action, form, subject }];
}

export function ofTask(ruling: Ruling): ApprovalItem[] {
  const { kind, task, reasonCode, toDepartment, action, ...rest } = ruling;
  const form = TASK_ACTIONS.forms[action.name];
  if (!form) return [];
  const { id, number, communityId, department, feedbackDueAt: workDueAt } = task;
  return [
    {
      ...{ ...rest, key: `${kind}.${id}`, source: 'task', kind, id, number, communityId, workDueAt, action, form },
      ground: reasonCode === undefined ? undefined : `field.returnReason.${reasonCode}`,
      ...{ askedDepartment: department.name, toDepartment: toDepartment?.name },
      subject: { address: `/api/department-tasks/${id}`, title: number },
    },
  ];
}

const LEDGER_RULINGS: readonly string[] = ['ledger.approveShort', 'ledger.approveLong', 'carryOver.approve'];

/** Approvals and carryings over that are this reader's to rule on, or would be if they had not asked themselves. */
export function ofEntry(entry: LedgerEntry, nameOf: (departmentId: string) => string): ApprovalItem[] {
  const { id, number, communityId, leadDepartmentId, contents, milestones, dueAt, days } = entry;
  const { forms } = ledgerActions(entry);
  const isCarryOver = entry.isCarryOverProposed;
  const written = contents.findLast(({ kind }) => kind === (isCarryOver ? 'carryOver' : 'ledgerApplication'));
  const reason = written?.body['reason'];
  return entry.actions
    .filter(
      ({ name, allowed, reasonCode }) => LEDGER_RULINGS.includes(name) && (allowed || reasonCode !== 'roleNotAllowed'),
    )
    .filter(({ name }) => (name === 'carryOver.approve') === isCarryOver)
    .map((action) => ({
      ...{ key: `${action.name}.${id}`, source: 'ledger', id, number, communityId, dueAt, days, action },
      ...{ kind: isCarryOver ? 'carryOver' : 'ledger', askedDepartment: leadDepartmentId && nameOf(leadDepartmentId) },
      ...{ askedAt: written?.createdAt, reason: typeof reason === 'string' ? reason : undefined },
      ...{ newDueAt: milestones.at(-1)?.dueAt, form: forms[action.name]! },
      subject: { address: `/api/ledger/${id}`, title: number },
    }));
}

/** What runs out first comes first; what has no such day comes after, oldest first. */
export const byDueAt = (a: ApprovalItem, b: ApprovalItem): number =>
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || (a.askedAt ?? '').localeCompare(b.askedAt ?? '');

/** A yes that needs no word more may be given for several at once. */
export const BULK_KINDS: readonly string[] = ['countersign', 'extension'];
export const mayBulk = ({ kind, action }: ApprovalItem): boolean => action.allowed && BULK_KINDS.includes(kind);
