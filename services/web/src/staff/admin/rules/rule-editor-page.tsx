import type { RuleSetVersion } from '@hsl/contracts/schemas/rules';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../load-state.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { GroupBar } from './group-bar.js';
import { RuleEffect } from './rule-effect.js';
import { RuleInput } from './rule-input.js';
import { rulesIn } from './rule-paths.js';
import { ruleName, ruleText } from './rule-text.js';
import { useEdits, type EditsInHand } from './use-edits.js';
import { useRuleVersion, useRuleVersions } from './use-rules.js';

const route = getRouteApi('/admin/rules/new');

/** Change rules, see what that would have meant, and send it to be approved. */
export function RuleEditorPage() {
  const versions = useRuleVersions();
  const query = useRuleVersion(versions.data?.pages[0]?.items[0]?.version);
  return (
    <AdminFrame words="admin.rules">
      <LoadState query={versions.error ? versions : query}>
        {query.data && <Editor key={query.data.version} newest={query.data} />}
      </LoadState>
    </AdminFrame>
  );
}

function Editor({ newest: { version, content } }: { newest: RuleSetVersion }) {
  const navigate = useNavigate();
  const edits = useEdits(content);
  const open = (id: string): void => void navigate({ to: '/admin/rules/proposals/$id', params: { id } });
  return (
    <>
      <Rules edits={edits} version={version} />
      {/* What was tried holds for what was typed then. */}
      <RuleEffect key={JSON.stringify(edits.edits)} edits={edits} onProposed={open} />
    </>
  );
}

function Rules({ edits, version }: { edits: EditsInHand; version: number }) {
  const { t } = useTranslation();
  const { group = 'G3' } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = ['rule', 'before', 'after'].map((column) => t(`rules.column.${column}`));
  return (
    <section>
      <h2>{t('rules.change', { version })}</h2>
      <GroupBar group={group} onChange={(one) => void navigate({ search: { group: one } })} />
      <TableBox label={t('rules.content')} columns={columns}>
        {rulesIn(edits.content, group).map((rule) => (
          <tr key={rule.path} className={rule.path in edits.edits ? 'changed' : undefined}>
            <th scope="row" className="wide">
              {ruleName(rule.path, t)}
            </th>
            <td>{ruleText(edits.standing(rule.path), t)}</td>
            <td>
              <RuleInput rule={rule} onChange={(value) => edits.setRule(rule.path, value)} />
            </td>
          </tr>
        ))}
      </TableBox>
    </section>
  );
}
