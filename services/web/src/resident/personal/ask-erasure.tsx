import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../http/request.js';
import { Problem } from '../parts.js';
import { useSubmit } from '../use-submit.js';

/** Asks to be forgotten, after saying what stays; whistles mark first what they would forget under the same id. */
export function AskErasure({ proof }: { proof: string }) {
  const { t } = useTranslation();
  const [id] = useState(() => crypto.randomUUID());
  const [step, setStep] = useState<'offer' | 'sure' | 'asked'>('offer');
  const { submit, failure, isSending } = useSubmit();
  const ask = (): Promise<void> =>
    submit(async () => {
      const sent = { method: 'POST', body: { id, proof } } as const;
      await request('/api/reporter-data/erasure-marks', sent);
      await request('/api/personal-data/erasure-requests', sent);
      setStep('asked');
    });
  if (step === 'asked') return <p role="status">{t('personal.erase.asked')}</p>;
  return (
    <section className="panel">
      <Problem text={failure} />
      {step === 'offer' ? (
        <button type="button" className="small" onClick={() => setStep('sure')}>
          {t('personal.erase')}
        </button>
      ) : (
        <>
          <p>{t('personal.erase.sure')}</p>
          <button type="button" aria-disabled={isSending} onClick={() => void ask()}>
            {t('personal.erase.yes')}
          </button>{' '}
          <button type="button" onClick={() => setStep('offer')}>
            {t('personal.erase.no')}
          </button>
        </>
      )}
    </section>
  );
}
