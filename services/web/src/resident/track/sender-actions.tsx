import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { request } from '../../http/request.js';

interface Props {
  /** Of the submission, by its tracking code. */
  path: string;
  onDone: () => void;
}

/** What a sender may still do: add something, or take it back for good. */
export function SenderActions({ path, onDone }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [asksWithdrawal, setAsksWithdrawal] = useState(false);
  const [told, setTold] = useState<{ text: string; isProblem: boolean }>();
  const isSending = useRef(false);

  async function send(what: 'info' | 'withdrawal', body: object): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    try {
      await request(`${path}/${what}`, { method: 'POST', body });
      setTold({ text: t('track.added'), isProblem: false });
      setText('');
      setAsksWithdrawal(false);
      onDone();
    } catch (error) {
      setTold({ text: failureText(error, t), isProblem: true });
    } finally {
      isSending.current = false;
    }
  }
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') void send('info', { text: text.trim() });
  };
  return (
    <section className="panel">
      {told && (
        <p role={told.isProblem ? 'alert' : 'status'} className={told.isProblem ? 'panel problem' : 'panel'}>
          {told.text}
        </p>
      )}
      <form onSubmit={add}>
        <label htmlFor={id}>{t('track.add.text')}</label>
        <textarea id={id} maxLength={2_000} value={text} onChange={({ target }) => setText(target.value)} />
        <button type="submit">{t('track.add')}</button>
      </form>
      {asksWithdrawal ? (
        <p>
          {t('track.withdraw.sure')}
          <br />
          <button type="button" onClick={() => void send('withdrawal', {})}>
            {t('track.withdraw.yes')}
          </button>{' '}
          <button type="button" onClick={() => setAsksWithdrawal(false)}>
            {t('track.withdraw.no')}
          </button>
        </p>
      ) : (
        <p>
          <button type="button" className="small" onClick={() => setAsksWithdrawal(true)}>
            {t('track.withdraw')}
          </button>
        </p>
      )}
    </section>
  );
}
