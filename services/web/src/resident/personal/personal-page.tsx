import type { CodeSent, SenderProven } from '@hsl/contracts/schemas/personal-data';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../http/request.js';
import { CodeForm } from '../code-form.js';
import { Problem } from '../parts.js';
import { useSubmit } from '../use-submit.js';
import { HeldData } from './held-data.js';

/** What do you hold about me? The phone that was left proves who asks. */
export function PersonalPage({ code: trackingCode }: { code: string }) {
  const { t } = useTranslation();
  const [sent, setSent] = useState<CodeSent>();
  const [proof, setProof] = useState<string>();
  const { submit, failure, isSending } = useSubmit();
  const prove = async (code?: string): Promise<void> => {
    const body = { trackingCode, code };
    setProof((await request<SenderProven>('/api/personal-data/proofs', { method: 'POST', body })).proof);
  };
  const begin = (): Promise<void> =>
    submit(async () => {
      const body = { trackingCode };
      const answer = await request<CodeSent>('/api/personal-data/codes', { method: 'POST', body });
      setSent(answer);
      if (!answer.isNeeded) await prove();
    });
  return (
    <>
      <h1>{t('personal.title')}</h1>
      {proof === undefined ? (
        <>
          <p>{t('personal.help')}</p>
          <Problem text={failure} />
          {sent?.isNeeded ? (
            <CodeForm
              phone={sent.phone ?? ''}
              isSending={isSending}
              onCode={(code) => void submit(() => prove(code))}
            />
          ) : (
            <button type="button" className="primary" aria-disabled={isSending} onClick={() => void begin()}>
              {t('personal.begin')}
            </button>
          )}
        </>
      ) : (
        <HeldData proof={proof} isPhoneGone={sent?.isNeeded === false} />
      )}
      <p>
        <a href={`/t/${encodeURIComponent(trackingCode)}`}>{t('track.title')}</a>
      </p>
    </>
  );
}
