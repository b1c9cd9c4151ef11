import type { Submission } from '@hsl/contracts/schemas/submissions';
import type { SubmissionContact } from '@hsl/contracts/schemas/submission-contacts';
import { CONTACT_PURPOSES } from '@hsl/contracts/submissions';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';

/** So long it stands on a screen that others may see. */
const SHOWN_MS = 60_000;

/** How to reach the sender and where the sender was, to whoever says what for; each look is written down. */
export function SenderLook({ submission: { id, hasContact, hasPosition } }: { submission: Submission }) {
  const { t } = useTranslation();
  const [known, setKnown] = useState<SubmissionContact>();
  const { send, isPending, error } = useSending<string>({
    mutationFn: async (purpose) =>
      setKnown(
        await ask<SubmissionContact>(`/api/submissions/${id}/contact-readings`, { method: 'POST', body: { purpose } }),
      ),
  });
  useEffect(() => {
    if (known === undefined) return undefined;
    const hide = setTimeout(() => setKnown(undefined), SHOWN_MS);
    return () => clearTimeout(hide);
  }, [known]);
  const left = [hasContact && t('submission.sender.phone'), hasPosition && t('submission.sender.position')];
  return (
    <section>
      <h2>{t('submission.sender')}</h2>
      {!known && <p>{t('submission.sender.left', { what: left.filter(Boolean).join(t('list.comma')) })}</p>}
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
      {known ? (
        <Known known={known} />
      ) : (
        <div className="sheet-buttons" role="group" aria-label={t('submission.sender.why')}>
          {CONTACT_PURPOSES.map((purpose) => (
            <Button key={purpose} disabled={isPending} onClick={() => send(purpose)}>
              {t(`looks.purpose.${purpose}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function Known({ known: { name, phone, position } }: { known: SubmissionContact }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {phone !== undefined && (
        <p>
          {name} <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      {position && (
        <p>
          {/* The device's own map: no map of others learns where a resident was. */}
          <a href={`geo:${position.lat},${position.lon}`}>{`${position.lat}, ${position.lon}`}</a>{' '}
          {t('submission.sender.within', { metres: position.accuracyM })}
        </p>
      )}
      <p>{t('submission.sender.hides')}</p>
    </div>
  );
}
