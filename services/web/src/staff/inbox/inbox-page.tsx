import type { InboxPage as InboxAnswer } from '@hsl/contracts/schemas/notices';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useNamedText } from '../names/use-names.js';
import { ask } from '../sign-in/session.js';
import './inbox.css';

const PAGE_SIZE = 30;

const pageAfter = (cursor: string): Promise<InboxAnswer> =>
  ask(`/api/inbox?limit=${PAGE_SIZE}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);

/** What concerns me, newest first. */
export function InboxPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const withNames = useNamedText();
  const rows = useInfiniteQuery({
    queryKey: ['inbox', i18n.language],
    queryFn: ({ pageParam }) => pageAfter(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const notices = rows.data?.pages.flatMap(({ items }) => items) ?? [];
  const reading = useMutation({
    mutationFn: (upTo: string) => ask('/api/inbox/read', { method: 'POST', body: { upTo } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const isUnread = notices.some(({ readAt }) => readAt === undefined);
  return (
    <section className="inbox">
      <header>
        <h1>{t('menu.inbox')}</h1>
        <Button
          type="primary"
          disabled={!isUnread}
          loading={reading.isPending}
          onClick={() => reading.mutate(notices[0]!.id)}
        >
          {t('inbox.readAll')}
        </Button>
      </header>
      <LoadState query={rows}>
        {notices.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('inbox.empty')} />}
        <ul>
          {notices.map(({ id, text, at, readAt }) => (
            <li key={id} data-unread={readAt === undefined}>
              <p>{withNames(text)}</p>
              <time dateTime={at}>{instantText(Date.parse(at), Date.now(), i18n.language)}</time>
            </li>
          ))}
        </ul>
        <LoadMore query={rows} />
      </LoadState>
    </section>
  );
}
