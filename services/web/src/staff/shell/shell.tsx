import { Link, Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { signOut } from '../sign-in/session.js';
import { useLiveNotices } from '../live/use-live-notices.js';
import { LanguageButton } from './language-button.js';
import { LiveBar } from './live-bar.js';
import { menuFor } from './menu.js';

/** The frame of every staff page: a rail at a desk, a bar at the bottom of a phone; the page itself is the main part. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const live = useLiveNotices();
  if (!me) return null;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <nav aria-label={t('menu.label')}>
        <strong className="brand">{t('brand')}</strong>
        {menuFor(me.posts).map(({ to, words }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(words)}
            {to === '/inbox' && live.unreadCount > 0 && <span className="badge">{live.unreadCount}</span>}
          </Link>
        ))}
      </nav>
      <header>
        <span className="who">
          {me.name} · {[...new Set(me.posts.map(({ role }) => t(`role.${role}`)))].join(' · ')}
        </span>
        <Link to="/me">{t('me.title')}</Link>
        <LanguageButton />
        <Button type="text" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </header>
      <LiveBar cutSince={live.cutSince} />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
