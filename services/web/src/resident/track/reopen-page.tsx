import type { TrackedMatter } from '@hsl/contracts/schemas/tracking';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { request } from '../../http/request.js';
import { Awaited, Problem, Submit } from '../parts.js';
import { useAnswer } from '../use-answer.js';
import { useSubmit } from '../use-submit.js';
import { matterPath } from './use-matter.js';

/** It did not hold, or nobody asked me: taken up again within thirty days. */
export function ReopenPage({ code }: { code: string }) {
  const { t } = useTranslation();
  const asked = useAnswer<TrackedMatter>(matterPath(code));
  const [isDone, setDone] = useState(false);
  return (
    <>
      <h1>{t('reopen.title')}</h1>
      <Awaited asked={asked}>
        {({ reopening }) =>
          reopening.open && !isDone ? (
            <ReopenForm code={code} onDone={() => setDone(true)} />
          ) : (
            <>
              <p className="panel" role="status">
                {isDone ? t('reopen.done') : t('reopen.closed')}
              </p>
              <a className="button" href={`/t/${encodeURIComponent(code)}`}>
                {t('track.title')}
              </a>
            </>
          )
        }
      </Awaited>
    </>
  );
}

function ReopenForm({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const draft = useDraft(`reopen.${code}`);
  const [reason, setReason] = useState((draft.typed['reason'] as string | undefined) ?? '');
  const { submit, failure, setFailure, isSending } = useSubmit();
  const change = (next: string): void => {
    setReason(next);
    draft.keep({ reason: next });
  };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') return setFailure(t('reopen.missing'));
    void submit(async () => {
      const [path, body] = [`${matterPath(code)}/reopening`, { reason: reason.trim() }];
      await draft.sendOnce((headers) => request(path, { method: 'POST', body, headers }));
      onDone();
    });
  };
  return (
    <form onSubmit={ask} noValidate>
      <Problem text={failure} />
      <label htmlFor={id}>{t('reopen.reason')}</label>
      <textarea id={id} maxLength={1_000} value={reason} onChange={({ target }) => change(target.value)} />
      <Submit isSending={isSending} label={t('reopen.submit')} />
    </form>
  );
}
