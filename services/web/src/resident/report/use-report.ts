import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';
import { request } from '../../http/request.js';

export interface Report {
  text: string;
  place: string;
  phone: string;
}

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

/** The body of a report; a phone that is given is given to be kept. */
export function reportBody(code: string, { text, place, phone }: Report): object {
  return {
    ...{ channel: 'qrSubmission', code, text: text.trim() },
    ...(place.trim() && { place: place.trim() }),
    ...(phone.trim() && { contact: { phone: phone.trim() }, consent: true }),
  };
}

/** Sends a report once, however often the button is pressed or no answer comes. */
export function useReport(code: string, onReceived: (receipt: SubmissionReceipt) => void) {
  const { t } = useTranslation();
  const draft = useDraft(`report.${code}`);
  const [typed, setTyped] = useState<Report>({ text: '', place: '', phone: '', ...(draft.typed as Partial<Report>) });
  const [failure, setFailure] = useState<string>();
  const [isSending, setSending] = useState(false);
  const sending = useRef(false);

  async function deliver(): Promise<void> {
    const headers = { 'idempotency-key': draft.key() };
    try {
      const body = reportBody(code, typed);
      onReceived(await request<SubmissionReceipt>('/api/submissions', { method: 'POST', body, headers }));
      draft.drop();
    } catch (error) {
      if (error instanceof ApiProblem && error.isRefusal) draft.renewKey();
      setFailure(failureText(error, t));
    } finally {
      sending.current = false;
      setSending(false);
    }
  }

  const change = (more: Partial<Report>): void => {
    const next = { ...typed, ...more };
    setTyped(next);
    draft.keep({ ...next });
  };
  const send = (): void => {
    if (sending.current) return;
    if (typed.text.trim() === '') return setFailure(t('report.text.missing'));
    if (typed.phone.trim() !== '' && !PHONE.test(typed.phone.trim())) return setFailure(t('report.phone.wrong'));
    sending.current = true;
    setSending(true);
    setFailure(undefined);
    void deliver();
  };
  return { typed, change, send, isSending, failure };
}
