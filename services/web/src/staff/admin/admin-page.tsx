import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { ADMIN_PAGES } from './admin-pages.js';
import './admin.css';

/** Where to go, by the question that is to be answered. */
export function AdminPage() {
  const { t } = useTranslation();
  const roles = useMe()?.posts.map(({ role }) => role) ?? [];
  const mine = ADMIN_PAGES.filter((page) => page.roles.some((role) => roles.includes(role)));
  return (
    <section>
      <h1>{t('admin.title')}</h1>
      {mine.length === 0 && <p>{t('error.notFound')}</p>}
      <ul className="admin-index">
        {mine.map(({ to, words }) => (
          <li key={to}>
            <Link to={to}>{t(words)}</Link>
            <span>{t(`${words}.question`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
