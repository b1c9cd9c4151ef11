import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '../board/board.css';
import '../rooms.css';
import '../whistles/whistles.css';

/** The heading of both pages, and the way from one to the other. */
export function MembersRoom({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <article className="board room">
      <h1>{t('members.title')}</h1>
      <nav className="room-links" aria-label={t('members.room')}>
        <Link to="/members" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {t('members.roster')}
        </Link>
        <Link to="/coverage" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {t('members.areas')}
        </Link>
      </nav>
      {children}
    </article>
  );
}
