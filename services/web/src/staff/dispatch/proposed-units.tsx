import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { departmentQuery } from '../departments/department-query.js';
import { useNameOf } from '../names/use-names.js';

/** A lead and who supports it, as somebody proposes them. */
export interface Units {
  leadDepartmentId: string;
  supportingDepartmentIds: readonly string[];
}

interface Props extends Units {
  title: string;
  /** Why these. */
  reason?: string;
  /** Absent where the matter cannot be dispatched now. */
  onTake?: (units: Units) => void;
}

const FRESH_MS = 60_000;

/** What each unit has on its desk. */
const useLoads = (ids: readonly string[]) =>
  useQueries({
    queries: ids.map((id) => ({ ...departmentQuery(id), staleTime: FRESH_MS })),
  });

/** A proposal for a dispatch: the units with their load, the reason, and a way to dispatch like this. */
export function ProposedUnits({ title, reason, leadDepartmentId, supportingDepartmentIds, onTake }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const ids = [leadDepartmentId, ...supportingDepartmentIds];
  const loads = useLoads(ids);
  return (
    <div className="proposed">
      <h3>{title}</h3>
      <ul className="parties">
        {ids.map((id, index) => {
          const load = loads[index]?.data;
          const name = nameOf('department', id);
          return (
            <li key={id}>
              {t(index === 0 ? 'dispatch.lead' : 'dispatch.supporting', { name })}
              {load && ` · ${t('dispatch.load', { n: load.openTasks })}`}
              {load !== undefined && load.overdueTasks > 0 && ` · ${t('dispatch.overdue', { n: load.overdueTasks })}`}
            </li>
          );
        })}
      </ul>
      {reason !== undefined && <p>{reason}</p>}
      {onTake && (
        <Button onClick={() => onTake({ leadDepartmentId, supportingDepartmentIds })}>{t('dispatch.take')}</Button>
      )}
    </div>
  );
}
