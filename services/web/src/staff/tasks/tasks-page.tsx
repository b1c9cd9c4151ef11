import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../drafts/draft.js';
import { failureText } from '../../http/failure-text.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';
import { sortTasks } from './sort-tasks.js';
import { shelfOf, SHELVES, type Shelf } from './task-shelf.js';
import { TaskRow } from './task-row.js';
import { useTasks, type Task } from './use-tasks.js';
import '../work/work.css';
import './tasks.css';

const mayAcknowledge = ({ actions }: Task): boolean =>
  actions.some(({ name, allowed }) => name === 'departmentTask.acknowledge' && allowed);

/** One after the other: a refusal of one says which, and leaves the rest for another press. */
async function acknowledgeAll(tasks: readonly Task[]): Promise<void> {
  for (const { id } of tasks) {
    const headers = { 'idempotency-key': newKey() };
    await ask(`/api/department-tasks/${id}/acknowledgement`, { method: 'POST', body: {}, headers });
  }
}

/** What must my unit do, by when? */
export function TasksPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [shelf, setShelf] = useState<Shelf>('mine');
  const query = useTasks();
  const tasks = sortTasks(query.data?.pages.flatMap(({ items }) => items) ?? []);
  const shown = tasks.filter((task) => shelfOf(task) === shelf);
  const more = query.hasNextPage ? '+' : '';
  const fresh = tasks.filter(mayAcknowledge);
  const { send, isPending, error } = useSending({
    mutationFn: acknowledgeAll,
    onSuccess: () => queries.invalidateQueries(),
    onError: () => void queries.invalidateQueries(),
  });
  return (
    <section>
      <h1>{t('tasks.title')}</h1>
      <div className="sheet-buttons tasks-bar">
        {SHELVES.map((one) => (
          <Button key={one} aria-pressed={one === shelf} onClick={() => setShelf(one)}>
            {t(`tasks.${one}`, { n: `${tasks.filter((task) => shelfOf(task) === one).length}${more}` })}
          </Button>
        ))}
        {fresh.length > 0 && (
          <Button type="primary" loading={isPending} onClick={() => send(fresh)}>
            {t('tasks.acknowledgeAll', { n: fresh.length })}
          </Button>
        )}
      </div>
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
      <LoadState query={query}>
        {shown.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`tasks.${shelf}.empty`)} />}
        <ul className="owed">
          {shown.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
