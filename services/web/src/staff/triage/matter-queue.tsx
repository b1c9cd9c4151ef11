import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';

interface Props {
  matters: readonly LiveMatter[];
  chosen: string | undefined;
  onChoose: (number: string) => void;
  onAccept: (number: string) => void;
}

const STEPS: Partial<Record<string, number>> = { j: 1, k: -1 };

/** The keys work on a row that has the focus only: nobody accepts while typing elsewhere. */
export function TriageQueue({ matters, chosen, onChoose, onAccept }: Props) {
  const { t } = useTranslation();
  const press = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = matters[index];
    const step = STEPS[event.key.toLowerCase()];
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      onAccept(row.number);
    }
    const next = step === undefined ? undefined : matters[index + step];
    if (!next) return;
    onChoose(next.number);
    const rows = event.currentTarget.closest('ul')?.querySelectorAll('button');
    rows?.[matters.indexOf(next)]?.focus();
  };
  return (
    <ul className="triage-queue" aria-label={t('triage.queue')}>
      {matters.map(({ number, communityName, communityId, grade, dueAt }, index) => (
        <li key={number}>
          <button
            type="button"
            aria-current={number === chosen || undefined}
            onClick={() => onChoose(number)}
            onKeyDown={(event) => press(event, index)}
          >
            <strong>{number}</strong>
            <span>{communityName ?? communityId}</span>
            <span>{t(`grade.${grade}`)}</span>
            {dueAt !== undefined && <Countdown dueAt={dueAt} />}
          </button>
        </li>
      ))}
    </ul>
  );
}
