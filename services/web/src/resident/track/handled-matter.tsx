import type { TrackedMatter } from '@hsl/contracts/schemas/tracking';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { Problem } from '../parts.js';

interface Props {
  matter: TrackedMatter;
  code: string;
}

/** Where it is, who has it, until when; then what the resident is asked for. */
export function HandledMatter({ matter, code }: Props) {
  const { t, i18n } = useTranslation();
  const { words, overdue, dueAt, supporting, explanation, referral, rating, reopening } = matter;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const here = `/t/${encodeURIComponent(code)}`;
  return (
    <>
      {overdue && <Problem text={t('track.late')} />}
      <section className="panel" aria-live="polite">
        <strong>{words}</strong>
        {supporting.length > 0 && <p>{t('track.supporting', { names: supporting.join(t('list.comma')) })}</p>}
        {explanation !== undefined && <p>{explanation}</p>}
        {referral !== undefined && <p>{t('track.referral', { who: referral })}</p>}
        {dueAt !== undefined && !overdue && <p>{t('track.promised', { at: at(dueAt) })}</p>}
        {rating.open && (
          <a className="button primary" href={`${here}/rating`}>
            {t('rating.title')}
          </a>
        )}
        {rating.given && <p>{t('rating.given')}</p>}
        {reopening.open && reopening.until !== undefined && (
          <p>
            <a href={`${here}/reopen`}>{t('reopen.offer')}</a>
            <br />
            <small>{t('reopen.until', { at: at(reopening.until) })}</small>
          </p>
        )}
      </section>
      <Steps steps={matter.steps} at={at} />
    </>
  );
}

const MARKS = { done: '✓', now: '●', next: '○' } as const;

function Steps({ steps, at }: { steps: TrackedMatter['steps']; at: (iso: string) => string }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('track.steps')}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.name} aria-current={step.status === 'now' ? 'step' : undefined}>
            <span aria-hidden="true">{MARKS[step.status]}</span>{' '}
            <span className="visually-hidden">{t(`track.step.${step.status}`)}</span>
            {step.words} {step.at !== undefined && <small>{at(step.at)}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
