import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSearch } from './queue-search.js';

/** On a phone one matter fills the page: the way back to the list is on top of it, where reading begins. */
export function BackToQueue() {
  const { t } = useTranslation();
  const { open: _open, do: _doing, ...list }: QueueSearch = useSearch({ strict: false });
  const back = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    back.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Link ref={back} to="." search={list} className="back-to-queue">
      {t('queue.back')}
    </Link>
  );
}
