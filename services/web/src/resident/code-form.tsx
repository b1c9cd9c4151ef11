import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Submit } from './parts.js';

interface Props {
  /** Where the code went, masked. */
  phone: string;
  isSending: boolean;
  onCode: (code: string) => void;
}

/** The code that was texted; the keyboard of a phone offers it by itself. */
export function CodeForm({ phone, isSending, onCode }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [code, setCode] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form onSubmit={send}>
      <p role="status">{t('personal.sent', { phone })}</p>
      <label htmlFor={id}>{t('personal.code')}</label>
      <input
        id={id}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        maxLength={6}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <Submit isSending={isSending} label={t('personal.prove')} />
    </form>
  );
}
