import type { AuditEntry, AuditVerification } from '@hsl/contracts/schemas/audit';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useAccountName, useAccounts } from '../../names/use-names.js';
import { ask } from '../../sign-in/session.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { Failures } from '../failures.js';
import { SearchBar, type Search } from '../search-bar.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';
import { ContactLooks } from './contact-looks.js';
import { ErasureRequests } from './erasure-requests.js';
import { PhotoLooks } from './photo-looks.js';

const route = getRouteApi('/admin/audit');
const ACTIONS = [
  ...['user.created', 'user.changed', 'user.proposed', 'user.approved', 'user.rejected', 'user.passwordSet'],
  ...['apiKey.issued', 'apiKey.revoked'],
];
const COLUMNS = ['sequence', 'at', 'actor', 'action', 'subject', 'details'] as const;

/** Who did what to accounts and keys, whether the trail is whole, who looked at whom, and who asks to be forgotten. */
export function AuditPage() {
  const isAuditor = useHasRole('auditor');
  const isKeeper = useHasRole('admin', 'auditor');
  const isLeader = useHasRole('deputyLeader');
  const { actorId } = route.useSearch();
  return (
    <AdminFrame words="admin.audit">
      {isAuditor && <Chain />}
      {isKeeper && <Trail />}
      {(isAuditor || isLeader) && <ErasureRequests />}
      {isAuditor && (
        <>
          <ContactLooks readerId={actorId} />
          <PhotoLooks of="submission" readerId={actorId} />
          <PhotoLooks of="whistle" readerId={actorId} />
          <PhotoLooks of="task" readerId={actorId} />
        </>
      )}
    </AdminFrame>
  );
}

function Chain() {
  const { t } = useTranslation();
  const checking = useMutation({ mutationFn: () => ask<AuditVerification>('/api/audit-entries/verification') });
  const { data } = checking;
  return (
    <section>
      <h2>{t('audit.chain')}</h2>
      <Failures error={checking.error} />
      <Button loading={checking.isPending} onClick={() => checking.mutate()}>
        {t('audit.verify')}
      </Button>
      {data && (
        <p role="status">
          {data.isWhole
            ? t('audit.whole', { n: data.entries })
            : t('audit.broken', { n: data.entries, at: data.brokenAt })}
        </p>
      )}
    </section>
  );
}

function Trail() {
  const { t } = useTranslation();
  const accounts = useAccounts().map(({ id, name }) => ({ value: id, label: name }));
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const { query, rows } = useListed<AuditEntry>('/api/audit-entries', filters);
  const searches: Search[] = [
    // Who may not read accounts types the id.
    accounts.length > 0
      ? { name: 'actorId', label: t('audit.actor'), kind: 'choice', options: accounts }
      : { name: 'actorId', label: t('audit.actor'), kind: 'text' },
    { name: 'subjectId', label: t('audit.subject'), kind: 'text' },
    {
      name: 'action',
      label: t('audit.action'),
      kind: 'choice',
      options: ACTIONS.map((value) => ({ value, label: t(`audit.did.${value}`) })),
    },
    { name: 'from', label: t('audit.from'), kind: 'day' },
    { name: 'to', label: t('audit.to'), kind: 'day' },
  ];
  return (
    <section>
      <h2>{t('audit.trail')}</h2>
      <SearchBar searches={searches} filters={filters} onChange={(search) => void navigate({ search })} />
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('audit.none')}</p>}
        {rows.length > 0 && (
          <TableBox label={t('audit.trail')} columns={COLUMNS.map((column) => t(`audit.column.${column}`))}>
            {rows.map((entry) => (
              <Line key={entry.sequence} entry={entry} />
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { sequence, actorId, actorRole, action, subjectId, details, hash } = entry;
  return (
    <tr>
      <th scope="row">{sequence}</th>
      <td>{at(entry.at)}</td>
      <td>{t('audit.by', { who: accountName(actorId), role: t(`role.${actorRole}`) })}</td>
      <td>{t(`audit.did.${action}`)}</td>
      <td className="wide">{accountName(subjectId)}</td>
      <td className="wide">
        <details>
          <summary>{t('audit.show')}</summary>
          <pre className="audit-details">{JSON.stringify(details, undefined, 1)}</pre>
          <small>{t('audit.seal', { hash })}</small>
        </details>
      </td>
    </tr>
  );
}
