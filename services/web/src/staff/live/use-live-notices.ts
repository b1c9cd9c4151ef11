import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useMe } from '../sign-in/use-me.js';
import { openLine } from './shared-line.js';

/** Pages ask again at most so often, however many notices arrive. */
const ASK_AGAIN_MS = 1_000;
const TOAST_SECONDS = 6;

export interface LiveState {
  unreadCount: number;
  /** Last sign of life before the line was cut, in milliseconds; undefined while it is up. */
  cutSince?: number;
}

/** What others do appears without reload: a notice makes the pages that are open ask their services again. */
export function useLiveNotices(): LiveState {
  const userId = useMe()?.userId;
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [state, setState] = useState<LiveState>({ unreadCount: 0 });
  useEffect(() => {
    if (userId === undefined) return undefined;
    let asking: ReturnType<typeof setTimeout> | undefined;
    const askAgain = (): void => {
      asking ??= setTimeout(() => {
        asking = undefined;
        void queries.invalidateQueries();
      }, ASK_AGAIN_MS);
    };
    const close = openLine(userId, (news) => {
      if (news.type === 'unread') setState((now) => ({ ...now, unreadCount: news.count }));
      else setState((now) => ({ ...now, cutSince: news.type === 'cut' ? news.since : undefined }));
      if (news.type === 'notice' || news.type === 'up') askAgain();
      if (news.type === 'notice' && news.urgency === 'alarm') {
        notification.info({ title: news.text, duration: TOAST_SECONDS, role: 'status' });
      }
    });
    return () => {
      clearTimeout(asking);
      close();
    };
  }, [userId, queries, notification]);
  return state;
}
