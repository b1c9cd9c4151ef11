import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { ADMIN_PAGES } from './admin-pages.js';
import '../board/board.css';
import './admin.css';

/** A page of the administration: its neighbours above it, its question below the title. */
export function AdminFrame({ words, children }: { words: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <article className="board admin">
      <AdminNeighbours />
      <h1>{t(words)}</h1>
      <p>{t(`${words}.question`)}</p>
      {children}
    </article>
  );
}

function AdminNeighbours() {
  const { t } = useTranslation();
  const roles = useMe()?.posts.map(({ role }) => role) ?? [];
  const mine = ADMIN_PAGES.filter((page) => page.roles.some((role) => roles.includes(role)));
  return (
    <nav className="admin-pages" aria-label={t('admin.title')}>
      {mine.map(({ to, words }) => (
        <Link key={to} to={to} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {t(words)}
        </Link>
      ))}
    </nav>
  );
}
