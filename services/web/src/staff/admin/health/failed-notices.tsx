import type { FailedNotice } from '@hsl/contracts/schemas/failed-notices';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { ask } from '../../sign-in/session.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { TableBox } from '../../table-box.js';
import { useSending } from '../../use-sending.js';
import { Failures } from '../failures.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';

const PATH = '/api/failed-notices';
const COLUMNS = ['to', 'channel', 'text', 'reason', 'attempts', 'at', 'again'] as const;

/** Whom a notice did not reach outside the portal, and the same again; auditors only look. */
export function FailedNotices() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const isAdmin = useHasRole('admin');
  const { query, rows } = useListed<FailedNotice>(PATH);
  const again = useSending<string>({
    mutationFn: (id) => ask(`${PATH}/${id}/replay`, { method: 'POST' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin', PATH] }),
    onError: () => void queries.invalidateQueries({ queryKey: ['admin', PATH] }),
  });
  return (
    <section>
      <h2>{t('health.failed')}</h2>
      <Failures error={again.error} />
      <LoadState query={query}>
        {rows.length === 0 ? (
          <p>{t('health.failed.none')}</p>
        ) : (
          <TableBox label={t('health.failed')} columns={COLUMNS.map((one) => t(`health.failed.${one}`))}>
            {rows.map((notice) => (
              <FailedRow key={notice.id} notice={notice} onAgain={isAdmin ? () => again.send(notice.id) : undefined} />
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

interface RowProps {
  notice: FailedNotice;
  /** Left out: for reading only. */
  onAgain: (() => void) | undefined;
}

function FailedRow({ notice, onAgain }: RowProps) {
  const { t } = useTranslation();
  const at = useAt();
  const { userId, channel, text, reason, attempts, givenUpAt } = notice;
  const way = t(`me.${channel}`);
  return (
    <tr>
      <th scope="row">{userId}</th>
      <td>{way}</td>
      <td className="wide">{text}</td>
      <td>{reason === undefined ? '–' : t(`health.failed.why.${reason}`, { defaultValue: reason })}</td>
      <td>{attempts}</td>
      <td>{at(givenUpAt)}</td>
      <td>
        {onAgain && (
          <Button aria-label={t('health.failed.send.of', { who: userId, way })} onClick={onAgain}>
            {t('health.failed.send')}
          </Button>
        )}
      </td>
    </tr>
  );
}
