import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../drafts/draft.js';
import { failureText } from '../../http/failure-text.js';
import { bodyOf } from '../actions/action-form.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';
import type { ApprovalItem } from './approval-item.js';
import { withVerdict } from './verdict-form.js';

/** One after the other: a refusal of one says which, and leaves the rest for another press. */
async function approveAll(items: readonly ApprovalItem[]): Promise<void> {
  for (const { form, subject } of items) {
    const body = bodyOf(withVerdict(form, 'true'), {});
    await ask(`${subject.address}/${form.path}`, { method: 'POST', body, headers: { 'idempotency-key': newKey() } });
  }
}

/** Yes to all that were chosen; only where a yes asks for no word more. */
export function BulkApproval({ items }: { items: readonly ApprovalItem[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { send, isPending, error } = useSending({
    mutationFn: approveAll,
    onSuccess: () => queries.invalidateQueries(),
    onError: () => void queries.invalidateQueries(),
  });
  return (
    <>
      {items.length > 0 && (
        <Button type="primary" loading={isPending} onClick={() => send(items)}>
          {t('approvals.approveAll', { n: items.length })}
        </Button>
      )}
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
    </>
  );
}
