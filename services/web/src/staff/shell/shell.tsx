import { unreadText } from '@hsl/contracts/unread-count';
import { Link, Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { signOut } from '../sign-in/session.js';
import { useLiveNotices } from '../live/use-live-notices.js';
import { LanguageButton } from './language-button.js';
import { LiveBar } from './live-bar.js';
import { menuFor, splitMenu, type MenuEntry } from './menu.js';

/** The frame of every staff page: a rail at a desk, a bar at the bottom of a phone; the page itself is the main part. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const live = useLiveNotices();
  if (!me) return null;
  const { shown, folded, more } = splitMenu(menuFor(me.posts));
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <nav aria-label={t('menu.label')}>
        <strong className="brand">{t('brand')}</strong>
        {shown.map((entry) => (
          <MenuLink
            key={entry.to}
            entry={entry}
            unread={live.unreadCount}
            only={folded.includes(entry) ? 'desk' : undefined}
          />
        ))}
        {(folded.length > 0 || more.length > 0) && (
          <details className="more" data-only={more.length > 0 ? undefined : 'phone'} onClick={closeOnLink}>
            <summary>{t('action.more')}</summary>
            <div>
              {folded.map((entry) => (
                <MenuLink key={entry.to} entry={entry} unread={0} only="phone" />
              ))}
              {more.map((entry) => (
                <MenuLink key={entry.to} entry={entry} unread={0} />
              ))}
            </div>
          </details>
        )}
      </nav>
      <header>
        <span className="who">
          {me.name} · {[...new Set(me.posts.map(({ role }) => t(`role.${role}`)))].join(' · ')}
        </span>
        <Link to="/search">{t('search.title')}</Link>
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

/** Whoever has gone there needs the list no more. */
function closeOnLink({ target, currentTarget }: MouseEvent<HTMLDetailsElement>): void {
  if (target instanceof HTMLElement && target.closest('a')) currentTarget.open = false;
}

interface MenuLinkProps {
  entry: MenuEntry;
  unread: number;
  /** Seen in the rail or in the bar; left out: in both. */
  only?: 'desk' | 'phone';
}

function MenuLink({ entry: { to, words }, unread, only }: MenuLinkProps) {
  const { t } = useTranslation();
  return (
    <Link
      to={to}
      data-only={only}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {t(words)}
      {to === '/inbox' && unread > 0 && <span className="badge">{unreadText(unread)}</span>}
    </Link>
  );
}
