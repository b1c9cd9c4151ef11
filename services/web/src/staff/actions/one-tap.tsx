import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../drafts/draft.js';
import { failureText } from '../../http/failure-text.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';

interface Tap {
  /** On the button. */
  words: string;
  body: object;
}

interface Props {
  /** What is asked, for whoever does not see the buttons' place. */
  label: string;
  address: string;
  taps: readonly Tap[];
}

/** A choice that needs no words of one's own: one press takes it, a refusal is said beside it. */
export function OneTap({ label, address, taps }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { send, isPending, error } = useSending({
    mutationFn: (body: object) => ask(address, { method: 'POST', body, headers: { 'idempotency-key': newKey() } }),
    onSuccess: () => void queries.invalidateQueries(),
  });
  return (
    <div role="group" aria-label={label} className="sheet-buttons">
      {taps.map(({ words, body }) => (
        <Button key={words} disabled={isPending} onClick={() => send(body)}>
          {words}
        </Button>
      ))}
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
    </div>
  );
}
