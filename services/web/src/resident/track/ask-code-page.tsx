import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FindByPhone } from './find-by-phone.js';

/** Where is my matter? The code of the receipt leads there; who lost it finds all of them by phone. */
export function AskCodePage() {
  const { t } = useTranslation();
  const id = useId();
  const [code, setCode] = useState('');
  const [isLost, setLost] = useState(false);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() !== '') location.assign(`/t/${encodeURIComponent(code.trim())}`);
  };
  const other = (
    <p>
      <button type="button" onClick={() => setLost(!isLost)}>
        {t(isLost ? 'find.byCode' : 'find.byPhone')}
      </button>
    </p>
  );
  if (isLost)
    return (
      <>
        <h1>{t('track.title')}</h1>
        {/* Above: what is said over the form goes when it is sent, and a second click would fall on what moves up. */}
        {other}
        <FindByPhone />
      </>
    );
  return (
    <>
      <h1>{t('track.title')}</h1>
      <form onSubmit={go}>
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
      {other}
    </>
  );
}
