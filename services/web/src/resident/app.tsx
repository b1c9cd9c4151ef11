import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../words/language.js';
import { addressOf, type Address } from './address.js';
import { HomePage } from './home-page.js';
import { ReportPage } from './report/report-page.js';
import { AskCodePage } from './track/ask-code-page.js';
import { TrackPage } from './track/track-page.js';
import './resident.css';

const LARGE = 'hsl.large';

/** Residents' pages, by the path of the address, with a switch for the size of the letters and for the language. */
export function App() {
  const { t, i18n } = useTranslation();
  const [isLarge, setLarge] = useState(localStorage.getItem(LARGE) === '1');
  useEffect(() => {
    document.documentElement.toggleAttribute('data-large', isLarge);
    localStorage.setItem(LARGE, isLarge ? '1' : '0');
  }, [isLarge]);
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="page">
      <header>
        <strong>{t('brand')}</strong>
        <span>
          <button type="button" className="small" onClick={() => setLarge(!isLarge)}>
            {t(isLarge ? 'large.off' : 'large.on')}
          </button>{' '}
          <button type="button" className="small" lang={other} onClick={() => void changeLanguage(other)}>
            {t('language.other')}
          </button>
        </span>
      </header>
      <main>
        <Page address={addressOf(location.pathname)} />
      </main>
    </div>
  );
}

function Page({ address }: { address: Address }) {
  if (address.page === 'report') return <ReportPage code={address.code} />;
  if (address.page === 'track') return <TrackPage code={address.code} />;
  return address.page === 'askCode' ? <AskCodePage /> : <HomePage />;
}
