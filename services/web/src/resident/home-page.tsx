import { useTranslation } from 'react-i18next';

const WAYS = [
  ['/p/report', 'report.title'],
  ['/t', 'home.track'],
  ['/p/topics', 'topics.title'],
] as const;

/** Where one may go; also for an address that leads nowhere. */
export function HomePage() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('home.title')}</h1>
      <p className="panel">{t('home.text')}</p>
      <ul className="ways">
        {WAYS.map(([path, words]) => (
          <li key={path}>
            <a className="button" href={path}>
              {t(words)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
