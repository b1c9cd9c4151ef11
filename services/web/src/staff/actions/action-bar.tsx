import type { Step } from '@hsl/contracts/steps';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoreActions } from './more-actions.js';
import { barOf, sortActions, type ActionTable, type Listed } from './sort-actions.js';

interface Props {
  actions: readonly Listed[];
  /** The steps that are waited for. */
  owed: readonly Step[];
  table: ActionTable;
  onOpen: (name: string) => void;
}

/** What the reader may do now, the step that is waited for first; what is closed stays as words with the reason. */
export function ActionBar({ actions, owed, table, onOpen }: Props) {
  const { t } = useTranslation();
  const { open, closed } = sortActions(actions, owed, table);
  const { primary, beside, more } = barOf(open, table);
  const button = ({ name }: Listed, type: 'primary' | 'default') => (
    <Button key={name} type={type} size="large" onClick={() => onOpen(name)}>
      {t(`do.${name}`)}
    </Button>
  );
  return (
    <section className="action-bar" aria-label={t('actions.label')}>
      {open.length === 0 && <p>{t('actions.none')}</p>}
      <div className="sheet-buttons">
        {primary && button(primary, 'primary')}
        {beside.map((action) => button(action, 'default'))}
        {more.length > 0 && <MoreActions actions={more} onOpen={onOpen} />}
      </div>
      {closed.length > 0 && (
        <details>
          <summary>{t('actions.closed', { count: closed.length })}</summary>
          <ul>
            {closed.map(({ name, reason }) => (
              <li key={name}>
                {t(`do.${name}`)} · {t('sheet.notNow', { reason: reason ?? '' })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
