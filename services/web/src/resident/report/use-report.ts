import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { request } from '../../http/request.js';
import { useSubmit } from '../use-submit.js';
import { reportBody, type Origin, type Report } from './report-body.js';

const NOTHING: Report = { text: '', place: '', phone: '' };
const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

/** Sends a report once, however often the button is pressed or no answer comes. @param form names the draft */
export function useReport(form: string, origin: Origin, onReceived: (receipt: SubmissionReceipt) => Promise<void>) {
  const { t } = useTranslation();
  const draft = useDraft(form);
  const [typed, setTyped] = useState<Report>({ ...NOTHING, ...(draft.typed as Partial<Report>) });
  const { submit, failure, setFailure, isSending } = useSubmit();

  async function deliver(): Promise<void> {
    const body = reportBody(origin, typed);
    const receipt = await draft.sendOnce((headers) =>
      request<SubmissionReceipt>('/api/submissions', { method: 'POST', body, headers }),
    );
    await onReceived(receipt);
  }

  const change = (more: Partial<Report>): void => {
    const next = { ...typed, ...more };
    setTyped(next);
    draft.keep({ ...next });
  };
  const send = (): void => {
    if (typed.text.trim() === '') return setFailure(t('report.text.missing'));
    if (typed.phone.trim() !== '' && !PHONE.test(typed.phone.trim())) return setFailure(t('report.phone.wrong'));
    void submit(deliver);
  };
  return { typed, change, send, isSending, failure };
}
