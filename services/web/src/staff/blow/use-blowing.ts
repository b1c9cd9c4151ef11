import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { wholeFailureText } from '../../http/failure-text.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import { useSending } from '../use-sending.js';
import type { Basis } from './blow-basis.js';
import type { BlownAnswer, Typed } from './blown.js';

/** What is empty is not sent: the service refuses an empty text. */
const filled = (typed: Typed): object =>
  Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );

/** Sends a whistle once, however often no answer comes; the draft stays until it is received. */
export function useBlowing(onBlown: (blown: BlownAnswer) => void, initial: Typed, basis?: Basis) {
  const { t } = useTranslation();
  const draft = useDraft(`${useMe()?.userId}.blow${basis?.name ?? ''}`);
  const { send, isPending, error } = useSending({
    mutationFn: async (typed: Typed) => {
      const body = { ...filled(typed), ...basis?.fixed };
      onBlown(await draft.sendOnce((headers) => ask<BlownAnswer>('/api/whistles', { method: 'POST', body, headers })));
    },
  });
  return {
    ...{ send, isPending, keep: draft.keep },
    typed: { ...initial, ...(draft.typed as Typed) },
    failure: error === null ? undefined : wholeFailureText(error, t),
  };
}
