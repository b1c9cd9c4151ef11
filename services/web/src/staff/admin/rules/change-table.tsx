import type { RuleChanges } from '@hsl/contracts/schemas/rules';
import { useTranslation } from 'react-i18next';
import { TableBox } from '../../table-box.js';
import { useAt } from '../use-at.js';
import { ruleName, ruleText } from './rule-text.js';

type Trial = RuleChanges['trial'];

interface Props {
  changes: readonly { path: string; before?: unknown; after?: unknown }[];
  /** How the last 90 days would have gone; left out where that is not asked. */
  trial?: Trial;
}

const COLUMNS = ['rule', 'before', 'after'] as const;
const TRIED = ['steps', 'lateBefore', 'lateAfter'] as const;

/** What differs, rule by rule, and what it would have meant. */
export function ChangeTable({ changes, trial }: Props) {
  const { t } = useTranslation();
  const at = useAt();
  if (changes.length === 0) return <p>{t('rules.noChange')}</p>;
  const columns = [...COLUMNS, ...(trial ? TRIED : [])];
  return (
    <>
      <TableBox label={t('rules.changes')} columns={columns.map((column) => t(`rules.column.${column}`))}>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row" className="wide">
              {ruleName(path, t)}
            </th>
            <td>{ruleText(before, t)}</td>
            <td>{ruleText(after, t)}</td>
            {trial && <Tried path={path} trial={trial} />}
          </tr>
        ))}
      </TableBox>
      {trial && <p>{t(trial.isCut ? 'rules.trial.cut' : 'rules.trial', { at: at(trial.since) })}</p>}
    </>
  );
}

function Tried({ path, trial }: { path: string; trial: Trial }) {
  const { t } = useTranslation();
  const step = trial.steps.find((one) => one.path === path);
  if (!step) return <td colSpan={TRIED.length}>{t('rules.trial.none')}</td>;
  return TRIED.map((name) => <td key={name}>{step[name]}</td>);
}
