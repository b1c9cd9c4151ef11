import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SheetButton } from '../actions/sheet-button.js';
import { departmentQuery } from '../departments/department-query.js';
import { useHasRole, useIsOfUnit } from '../sign-in/use-me.js';
import type { TaskDetails } from './use-tasks.js';

/** Which handler of the unit has the task; a head names somebody. For the unit's own people only. */
export function InCharge({ task }: { task: TaskDetails }) {
  const { t } = useTranslation();
  const { id, number, department, assigneeId, dueAt } = task;
  const isOwn = useIsOfUnit(department.id);
  const isHead = useHasRole('deputyHead', 'head') && isOwn;
  const { data } = useQuery({ ...departmentQuery(department.id), enabled: isOwn });
  if (!isOwn || data === undefined) return null;
  const handlers = (data.handlers ?? []).filter(({ post }) => post === 'handler');
  const name = handlers.find((one) => one.id === assigneeId)?.name ?? assigneeId;
  const options = handlers.map((one) => ({ value: one.id, label: one.name }));
  return (
    <section>
      <div className="sheet-buttons">
        <span>{name === undefined ? t('task.inCharge.all') : t('task.inCharge', { name })}</span>
        {isHead && dueAt !== undefined && (
          <SheetButton
            name="departmentTask.nameHandler"
            form={{ path: 'assignee', fields: [{ name: 'handlerId', kind: 'choice', options }] }}
            subject={{ address: `/api/department-tasks/${id}`, title: number }}
          />
        )}
      </div>
    </section>
  );
}
