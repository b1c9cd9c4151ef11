import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RuleSetVersion } from '@hsl/contracts/schemas/rules';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { useAt } from '../use-at.js';
import { ChangeTable } from './change-table.js';
import { GroupBar } from './group-bar.js';
import { rulesIn } from './rule-paths.js';
import { ruleName, ruleText } from './rule-text.js';
import { useRuleVersion } from './use-rules.js';

const route = getRouteApi('/admin/rules/versions/$version');

/** One version: what it says, what it changed, who made it. */
export function RuleVersionPage() {
  const query = useRuleVersion(route.useParams().version);
  return (
    <AdminFrame words="admin.rules">
      <LoadState query={query}>{query.data && <Version version={query.data} />}</LoadState>
    </AdminFrame>
  );
}

function Version({ version }: { version: RuleSetVersion }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { group = 'G3' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <section>
        <h2>{t('rules.version', { version: version.version })}</h2>
        <p>
          {t('rules.from', { at: at(version.effectiveFrom), who: accountName(version.approvedBy) })}
          {version.isInForce && ` · ${t('rules.inForce')}`}
        </p>
        {version.reason !== undefined && <p>{t('rules.reason', { reason: version.reason })}</p>}
        {version.changes.length > 0 && <ChangeTable changes={version.changes} />}
        <Link to="/admin/rules">{t('rules.back')}</Link>
      </section>
      <section>
        <h2>{t('rules.content')}</h2>
        <GroupBar group={group} onChange={(one) => void navigate({ search: { group: one } })} />
        <TableBox label={t('rules.content')} columns={[t('rules.column.rule'), t('rules.column.value')]}>
          {rulesIn(version.content, group).map(({ path, value }) => (
            <tr key={path}>
              <th scope="row" className="wide">
                {ruleName(path, t)}
              </th>
              <td>{ruleText(value, t)}</td>
            </tr>
          ))}
        </TableBox>
      </section>
    </>
  );
}
