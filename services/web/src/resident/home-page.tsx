import { useTranslation } from 'react-i18next';

/** For an address that leads nowhere: what there is instead. */
export function HomePage() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('report.title')}</h1>
      <p className="panel">{t('home.text')}</p>
      <a className="button" href="/t">
        {t('home.track')}
      </a>
    </>
  );
}
