import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { Countdown } from '../countdown.js';
import { TableBox } from '../table-box.js';
import { nextMilestone } from './ledger-action-forms.js';

const COLUMNS = ['milestone', 'dueAt', 'state', 'doneAt', 'slips'] as const;

/** Every promised date, and what became of it; the next one counts down. */
export function Timetable({ milestones }: Pick<LedgerEntry, 'milestones'>) {
  const { t, i18n } = useTranslation();
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const next = nextMilestone({ milestones });
  return (
    <section>
      <h2>{t('ledger.timetable')}</h2>
      <TableBox label={t('ledger.timetable')} columns={COLUMNS.map((column) => t(`ledger.${column}`))}>
        {milestones.map(({ id, title, dueAt, state, doneAt, onTime, slips }) => (
          <tr key={id}>
            <td>{title ?? t('ledger.untitled')}</td>
            <td>{next?.id === id ? <Countdown dueAt={dueAt} /> : at(dueAt)}</td>
            <td>{t(`milestoneState.${state}`)}</td>
            <td>{doneAt && [at(doneAt), onTime === false && t('ledger.late')].filter(Boolean).join(' · ')}</td>
            <td>{slips > 0 && t('ledger.slipTimes', { n: slips })}</td>
          </tr>
        ))}
      </TableBox>
    </section>
  );
}
