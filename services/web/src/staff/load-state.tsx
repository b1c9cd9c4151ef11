import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../http/failure-text.js';

interface Props {
  query: Pick<UseQueryResult | UseInfiniteQueryResult, 'isPending' | 'error' | 'data'> & { refetch: () => unknown };
  children: ReactNode;
}

/** A skeleton while nothing is known, a way out when it failed; what was known stays when a later question fails. */
export function LoadState({ query, children }: Props) {
  const { t } = useTranslation();
  if (query.isPending) {
    return (
      <div aria-busy="true" aria-label={t('state.loading')} role="status">
        <Skeleton active paragraph={{ rows: 6 }} />
      </div>
    );
  }
  const failure = query.error && (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={failureText(query.error, t)}
      action={<Button onClick={() => void query.refetch()}>{t('action.retry')}</Button>}
    />
  );
  return (
    <>
      {failure}
      {query.data !== undefined && children}
    </>
  );
}
