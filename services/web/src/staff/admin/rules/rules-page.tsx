import { RUNG_KINDS } from '@hsl/contracts/steps';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { TableBox } from '../../table-box.js';
import { useAccountName } from '../../names/use-names.js';
import { AdminFrame } from '../admin-frame.js';
import { useAt } from '../use-at.js';
import { useRuleProposals, useRuleVersions } from './use-rules.js';

const route = getRouteApi('/admin/rules');
const STATES = ['PROPOSED', 'APPROVED', 'REJECTED'] as const;

/** Which rules hold, which wait, and who changed what. */
export function RulesPage() {
  const { t } = useTranslation();
  return (
    <AdminFrame words="admin.rules">
      <p>
        <Link to="/admin/rules/new" className="button-link">
          {t('rules.propose')}
        </Link>
      </p>
      <Proposals />
      <Versions />
      <Ladder />
    </AdminFrame>
  );
}

function Proposals() {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useRuleProposals(state);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section>
      <h2>{t('rules.proposals')}</h2>
      <div className="admin-row" role="group" aria-label={t('rules.filter')}>
        {[undefined, ...STATES].map((one) => (
          <Button
            key={one ?? 'all'}
            aria-pressed={state === one}
            onClick={() => void navigate({ search: one === undefined ? {} : { state: one } })}
          >
            {t(`rules.state.${one ?? 'all'}`)}
          </Button>
        ))}
      </div>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('rules.proposals.none')}</p>}
        <ul>
          {rows.map(({ id, proposedBy, proposedAt, changes, state: now }) => (
            <li key={id}>
              <Link to="/admin/rules/proposals/$id" params={{ id }}>
                {t('rules.proposal.line', { who: accountName(proposedBy), at: at(proposedAt), n: changes.length })}
              </Link>{' '}
              · {t(`rules.state.${now}`)}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

const COLUMNS = ['version', 'from', 'approvedBy', 'now'] as const;

function Versions() {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const query = useRuleVersions();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const inForce = rows.find(({ isInForce }) => isInForce)?.version ?? Number.POSITIVE_INFINITY;
  const standing = (version: number): string => {
    if (version === inForce) return t('rules.inForce');
    return version > inForce ? t('rules.later') : t('rules.former');
  };
  return (
    <section>
      <h2>{t('rules.versions')}</h2>
      <LoadState query={query}>
        <TableBox label={t('rules.versions')} columns={COLUMNS.map((column) => t(`rules.column.${column}`))}>
          {rows.map(({ version, effectiveFrom, approvedBy }) => (
            <tr key={version}>
              <th scope="row">
                <Link to="/admin/rules/versions/$version" params={{ version: String(version) }}>
                  {t('rules.version', { version })}
                </Link>
              </th>
              <td>{at(effectiveFrom)}</td>
              <td>{accountName(approvedBy)}</td>
              <td>{standing(version)}</td>
            </tr>
          ))}
        </TableBox>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

/** What follows when a step is not done; the same for every version. */
function Ladder() {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('rules.ladder')}</h2>
      <ol>
        {RUNG_KINDS.map((kind) => (
          <li key={kind}>{t('rules.rung', { what: t(`rung.${kind}`), when: t(`rules.rung.${kind}`) })}</li>
        ))}
      </ol>
      <p>{t('rules.ladder.fixed')}</p>
    </section>
  );
}
