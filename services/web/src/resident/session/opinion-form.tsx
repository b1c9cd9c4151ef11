import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { request } from '../../http/request.js';
import { Problem, Submit } from '../parts.js';
import { useSubmit } from '../use-submit.js';

/** What one says while it goes on; it stays in the field until it is taken. */
export function OpinionForm({ path, token }: { path: string; token: string }) {
  const { t } = useTranslation();
  const id = useId();
  const draft = useDraft(`opinion.${path}`);
  const [text, setText] = useState((draft.typed['text'] as string | undefined) ?? '');
  const [isDissent, setDissent] = useState(false);
  const [isSent, setSent] = useState(false);
  const { submit, failure, setFailure, isSending } = useSubmit();
  const change = (next: string): void => {
    setText(next);
    setSent(false);
    draft.keep({ text: next });
  };
  const say = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return setFailure(t('session.opinion.missing'));
    void submit(async () => {
      await request(`${path}/opinions`, { method: 'POST', body: { text: text.trim(), isDissent, token } });
      draft.drop();
      setText('');
      setDissent(false);
      setSent(true);
    });
  };
  return (
    <form className="panel" onSubmit={say} noValidate>
      <Problem text={failure} />
      {isSent && <p role="status">{t('session.opinion.sent')}</p>}
      <label htmlFor={id}>{t('session.opinion')}</label>
      <textarea id={id} maxLength={1_000} value={text} onChange={({ target }) => change(target.value)} />
      <label className="option">
        <input type="checkbox" checked={isDissent} onChange={({ target }) => setDissent(target.checked)} />
        {t('session.opinion.dissent')}
      </label>
      <Submit isSending={isSending} label={t('session.opinion.send')} />
    </form>
  );
}
