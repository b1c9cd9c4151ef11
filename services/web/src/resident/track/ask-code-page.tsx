import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** Where is my matter? The code of the receipt leads there. */
export function AskCodePage() {
  const { t } = useTranslation();
  const id = useId();
  const [code, setCode] = useState('');
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() !== '') location.assign(`/t/${encodeURIComponent(code.trim())}`);
  };
  return (
    <form onSubmit={go}>
      <h1>{t('track.title')}</h1>
      <label htmlFor={id}>{t('track.ask')}</label>
      <input
        id={id}
        value={code}
        maxLength={40}
        autoCapitalize="characters"
        autoComplete="off"
        onChange={({ target }) => setCode(target.value)}
      />
      <button className="primary" type="submit">
        {t('track.go')}
      </button>
    </form>
  );
}
