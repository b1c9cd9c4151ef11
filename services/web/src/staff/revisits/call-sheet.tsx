import type { ResidentContact, RevisitRecord } from '@hsl/contracts/schemas/follow-ups';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { instantText } from '../../time/instant-text.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';

interface Props {
  record: RevisitRecord;
  /** Whose answer is recorded next. */
  askedId: string | undefined;
  onAsk: (reporterId: string) => void;
}

/** Whom to call: phones masked until somebody asks for one; how often it was tried, on which day, by which channel. */
export function CallSheet({ record, askedId, onAsk }: Props) {
  const { t, i18n } = useTranslation();
  const { attempts, attemptsNeeded: needed, reporters } = record;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const index = reporters.findIndex(({ id }) => id === askedId);
  return (
    <section>
      <h2>{t('revisit.call')}</h2>
      {reporters.length === 0 && <p>{t('revisit.nobody')}</p>}
      <ul className="timeline">
        {reporters.map((reporter, position) => (
          <li key={reporter.id}>
            <strong>{t('revisit.resident', { n: position + 1 })}</strong>
            {reporter.askedAt !== undefined && <span>{t('revisit.asked', { at: at(reporter.askedAt) })}</span>}
            <Phone record={record} reporter={reporter} />
            {reporters.length > 1 && reporter.id !== askedId && (
              <Button onClick={() => onAsk(reporter.id)}>{t('revisit.ask')}</Button>
            )}
          </li>
        ))}
      </ul>
      {reporters.length > 1 && index >= 0 && <p>{t('revisit.now', { n: index + 1 })}</p>}
      <p>
        <strong>{t('revisit.attempts', { n: attempts.length, needed })}</strong> {t('revisit.attemptsRule', { needed })}
      </p>
      <ul className="timeline">
        {attempts.map(({ id, at: tried, channel, note }) => (
          <li key={id}>
            <time dateTime={tried}>{at(tried)}</time>
            <span>{[t(`channel.${channel}`), note].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** So long a phone stands on a screen that others may see. */
const SHOWN_MS = 60_000;

function Phone({ record, reporter }: { record: RevisitRecord; reporter: RevisitRecord['reporters'][number] }) {
  const { t } = useTranslation();
  const [phone, setPhone] = useState<string>();
  const { send, isPending, error } = useSending({
    mutationFn: async () => {
      const path = `/api/whistles/${record.whistleId}/reporters/${reporter.id}/contact`;
      const contact = await ask<ResidentContact>(path, { method: 'POST', body: { purpose: 'callBack' } });
      setPhone(contact.phone);
    },
  });
  useEffect(() => {
    if (phone === undefined) return undefined;
    const hide = setTimeout(() => setPhone(undefined), SHOWN_MS);
    return () => clearTimeout(hide);
  }, [phone]);
  if (reporter.maskedPhone === undefined) return <span>{t('revisit.noPhone')}</span>;
  if (phone !== undefined) return <span role="status">{t('revisit.shown', { phone })}</span>;
  return (
    <>
      <span>{reporter.maskedPhone}</span>
      {record.contact.allowed && (
        <Button loading={isPending} title={t('revisit.purpose')} onClick={() => send(undefined)}>
          {t('revisit.show')}
        </Button>
      )}
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
    </>
  );
}
