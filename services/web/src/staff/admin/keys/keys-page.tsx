import type { ApiKeyAnswer } from '@hsl/contracts/schemas/api-key.schema';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../blow/use-places.js';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { Failures } from '../failures.js';
import { ShownOnce } from '../shown-once.js';
import { useAt } from '../use-at.js';
import { KeyForm } from './key-form.js';
import { useKeys, useRevoking } from './use-keys.js';

const route = getRouteApi('/admin/keys');
const STATES = [undefined, 'active', 'expired', 'revoked'] as const;
const COLUMNS = ['name', 'status', 'scopes', 'community', 'lastUsedAt', 'expiresAt', 'createdBy', 'do'] as const;

/** Who calls us, with what rights, and when last. */
export function KeysPage() {
  const { t } = useTranslation();
  const [issued, setIssued] = useState<string>();
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useKeys();
  const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const rows = all.filter((key) => status === undefined || key.status === status);
  return (
    <AdminFrame words="admin.keys">
      {issued !== undefined && <ShownOnce title={t('keys.once')} text={issued} onSeen={() => setIssued(undefined)} />}
      <section>
        <h2>{t('keys.list')}</h2>
        <div className="admin-row" role="group" aria-label={t('keys.status')}>
          {STATES.map((one) => (
            <Button
              key={one ?? 'all'}
              aria-pressed={one === status}
              onClick={() => void navigate({ search: one === undefined ? {} : { status: one } })}
            >
              {t(`keys.status.${one ?? 'all'}`)}
            </Button>
          ))}
        </div>
        <LoadState query={query}>
          {rows.length === 0 ? <p>{t('keys.none')}</p> : <KeyTable rows={rows} />}
          <LoadMore query={query} />
        </LoadState>
      </section>
      <KeyForm onIssued={setIssued} />
    </AdminFrame>
  );
}

function KeyTable({ rows }: { rows: readonly ApiKeyAnswer[] }) {
  const { t } = useTranslation();
  const revoking = useRevoking();
  return (
    <>
      <Failures error={revoking.error} />
      <TableBox label={t('keys.list')} columns={COLUMNS.map((column) => t(`keys.column.${column}`))}>
        {rows.map((key) => (
          <KeyRow key={key.id} apiKey={key} isGoing={revoking.isPending} onRevoke={() => revoking.mutate(key.id)} />
        ))}
      </TableBox>
    </>
  );
}

interface RowProps {
  apiKey: ApiKeyAnswer;
  isGoing: boolean;
  onRevoke: () => void;
}

function KeyRow({ apiKey, isGoing, onRevoke }: RowProps) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const [isAsked, setAsked] = useState(false);
  const communities = useCommunities();
  const { name, prefix, status, scopes, communityId, lastUsedAt, expiresAt, createdBy } = apiKey;
  const community = communities.find(({ value }) => value === communityId)?.label ?? communityId;
  return (
    <tr>
      <th scope="row">
        {name} <small>{prefix}…</small>
      </th>
      <td>{t(`keys.status.${status}`)}</td>
      <td className="wide">{scopes.map((scope) => t(`keys.scope.${scope}`)).join(t('rules.and'))}</td>
      <td>{community ?? t('keys.everywhere')}</td>
      <td>{lastUsedAt === undefined ? t('keys.neverUsed') : at(lastUsedAt)}</td>
      <td>{at(expiresAt)}</td>
      <td>{accountName(createdBy)}</td>
      <td>
        {status === 'active' && !isAsked && (
          <Button aria-label={t('keys.revoke.of', { name })} onClick={() => setAsked(true)}>
            {t('keys.revoke')}
          </Button>
        )}
        {status === 'active' && isAsked && (
          <Button loading={isGoing} aria-label={t('keys.revoke.sure.of', { name })} onClick={onRevoke}>
            {t('keys.revoke.sure')}
          </Button>
        )}
      </td>
    </tr>
  );
}
