import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../words/language.js';
import { addressOf, type Address } from './address.js';
import { HomePage } from './home-page.js';
import { ReportPage } from './report/report-page.js';
import { AskCodePage } from './track/ask-code-page.js';
import { TrackPage } from './track/track-page.js';
import './resident.css';

const OpenReportPage = lazy(async () => ({ default: (await import('./report/open-report-page.js')).OpenReportPage }));
const RatingPage = lazy(async () => ({ default: (await import('./track/rating-page.js')).RatingPage }));
const ReopenPage = lazy(async () => ({ default: (await import('./track/reopen-page.js')).ReopenPage }));
const PersonalPage = lazy(async () => ({ default: (await import('./personal/personal-page.js')).PersonalPage }));
const TopicsPage = lazy(async () => ({ default: (await import('./topics/topics-page.js')).TopicsPage }));
const TopicPage = lazy(async () => ({ default: (await import('./topics/topic-page.js')).TopicPage }));
const SessionPage = lazy(async () => ({ default: (await import('./session/session-page.js')).SessionPage }));
const CommunityPage = lazy(async () => ({ default: (await import('./community/community-page.js')).CommunityPage }));

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
        <a className="brand" href="/p">
          {t('brand')}
        </a>
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
        <Suspense fallback={<p role="status">{t('state.loading')}</p>}>
          <Page address={addressOf(location.pathname)} />
        </Suspense>
      </main>
    </div>
  );
}

function Page({ address }: { address: Address }) {
  switch (address.page) {
    case 'report':
      return <ReportPage code={address.code} />;
    case 'openReport':
      return <OpenReportPage />;
    case 'track':
      return <TrackPage code={address.code} />;
    case 'rating':
      return <RatingPage code={address.code} />;
    case 'reopen':
      return <ReopenPage code={address.code} />;
    case 'personal':
      return <PersonalPage code={address.code} />;
    case 'askCode':
      return <AskCodePage />;
    case 'topics':
      return <TopicsPage />;
    case 'topic':
      return <TopicPage id={address.id} />;
    case 'session':
      return <SessionPage id={address.id} />;
    case 'community':
      return <CommunityPage id={address.id} />;
    case 'home':
      return <HomePage />;
  }
}
