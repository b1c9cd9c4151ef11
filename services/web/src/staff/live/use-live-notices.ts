import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { hasInbox } from '../inbox/has-inbox.js';
import { namedText } from '../names/named-text.js';
import { useCommunityName } from '../names/use-names.js';
import { useMe } from '../sign-in/use-me.js';
import { AskAgain } from './ask-again.js';
import type { LineNews } from './notice-line.js';
import { openLine } from './shared-line.js';

const TOAST_SECONDS = 6;
/** Back on the line too: whatever was missed meanwhile. */
const ASKS_AGAIN: ReadonlySet<LineNews['type']> = new Set(['notice', 'moved', 'up']);

export interface LiveState {
  unreadCount: number;
  /** Last sign of life before the line was cut, in milliseconds; undefined while it is up. */
  cutSince?: number;
}

/** What others do appears without reload: news make the pages that are open ask their services again. */
export function useLiveNotices(): LiveState {
  const me = useMe();
  const userId = me && hasInbox(me.posts) ? me.userId : undefined;
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [state, setState] = useState<LiveState>({ unreadCount: 0 });
  // A toast says who blew: of the directories only this one is worth asking on every page.
  const communityName = useCommunityName();
  const called = useRef(communityName);
  useEffect(() => {
    called.current = communityName;
  });
  useEffect(() => {
    if (userId === undefined) return undefined;
    const again = new AskAgain(queries);
    const close = openLine(userId, (news) => {
      if (news.type === 'unread') setState((now) => ({ ...now, unreadCount: news.count }));
      else {
        const cutSince = news.type === 'cut' ? news.since : undefined;
        // Most news change nothing here: then the frame of the page is not drawn again.
        setState((now) => (now.cutSince === cutSince ? now : { ...now, cutSince }));
      }
      if (ASKS_AGAIN.has(news.type)) again.want('whistleId' in news ? news.whistleId : undefined);
      if (news.type === 'notice' && news.urgency === 'alarm') {
        notification.info({
          title: namedText(news.text, (kind, id) => (kind === 'community' ? called.current(id) : id)),
          duration: TOAST_SECONDS,
          role: 'status',
        });
      }
    });
    return () => {
      again.stop();
      close();
    };
  }, [userId, queries, notification]);
  return state;
}
