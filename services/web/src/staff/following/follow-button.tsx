import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { useFollowed, useFollowing } from './use-following.js';

/** Keeps an eye on a matter; whoever has its page open has seen what changed. */
export function FollowButton({ whistleId }: { whistleId: string }) {
  const { t } = useTranslation();
  const { data } = useFollowed();
  const { send, isPending, error } = useFollowing(whistleId);
  const followed = data?.items.find(({ whistle }) => whistle.id === whistleId);
  const hasNews = followed !== undefined && followed.changes > 0;
  useEffect(() => {
    if (hasNews) send('PUT');
    // `send` is another function each time it is drawn, and says the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hasNews]);
  return (
    <>
      <Button
        aria-pressed={followed !== undefined}
        disabled={data === undefined || isPending}
        onClick={() => send(followed === undefined ? 'PUT' : 'DELETE')}
      >
        {t('follow.follow')}
      </Button>
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
    </>
  );
}
