import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { ask } from '../../sign-in/session.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { useSending } from '../../use-sending.js';
import { Failures } from '../failures.js';
import { useListed } from '../use-listed.js';
import { FailedTable, type FailedMessage } from './failed-table.js';

interface Props<Item> {
  /** Of the list; `/<id>/replay` under it sends one again. */
  path: string;
  title: string;
  none: string;
  messageOf: (item: Item) => FailedMessage;
}

/** What one service gave up to send, and the same again; auditors only look. */
export function FailedList<Item>({ path, title, none, messageOf }: Props<Item>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const isAdmin = useHasRole('admin');
  const { query, rows } = useListed<Item>(path);
  const again = useSending<string>({
    mutationFn: (id) => ask(`${path}/${id}/replay`, { method: 'POST' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin', path] }),
    onError: () => void queries.invalidateQueries({ queryKey: ['admin', path] }),
  });
  return (
    <section>
      <h2>{t(title)}</h2>
      <Failures error={again.error} />
      <LoadState query={query}>
        {rows.length === 0 ? (
          <p>{t(none)}</p>
        ) : (
          <FailedTable
            label={t(title)}
            messages={rows.map(messageOf)}
            onAgain={isAdmin ? (id) => again.send(id) : undefined}
          />
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
