import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RULE_GROUPS, type RuleGroup } from './rule-paths.js';

/** Which rules are shown; the choice stands in the address. */
export function GroupBar({ group, onChange }: { group: RuleGroup; onChange: (group: RuleGroup) => void }) {
  const { t } = useTranslation();
  return (
    <div className="admin-row" role="group" aria-label={t('rules.group')}>
      {RULE_GROUPS.map((one) => (
        <Button key={one} aria-pressed={one === group} onClick={() => onChange(one)}>
          {one.startsWith('G') ? t(`grade.${one}`) : t(`rules.group.${one}`)}
        </Button>
      ))}
    </div>
  );
}
