import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveAs } from '../../downloads/save-as.js';
import { failureText } from '../../http/failure-text.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';
import type { ListName } from './three-lists.js';

/** Twenty thousand lines take the service some seconds. */
const TIMEOUT_MS = 60_000;

/** The whole list as a table, in the service's own words. */
export function ListFile({ list, departmentId }: { list: ListName; departmentId: string }) {
  const { t } = useTranslation();
  const { send, isPending, error } = useSending<string>({
    mutationFn: async (name) => {
      const query = new URLSearchParams({ departmentId, format: 'csv' });
      const table = await ask<Blob>(`/api/lists/${list}?${query.toString()}`, {
        answer: 'blob',
        timeoutMs: TIMEOUT_MS,
      });
      saveAs(table, `${name}.csv`);
    },
  });
  return (
    <>
      <Button loading={isPending} onClick={() => send(t(`lists.${list}`))}>
        {t('lists.file')}
      </Button>
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
    </>
  );
}
