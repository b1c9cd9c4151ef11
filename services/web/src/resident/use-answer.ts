import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request, type RequestOptions } from '../http/request.js';

/** Asked again so often, and when the person comes back to the page. */
const ASK_AGAIN_MS = 60_000;

export interface Asked<Answer> {
  answer?: Answer;
  error?: unknown;
  again: () => void;
}

/**
 * What the platform says to a question of this page; the last answer stays when a later one does not come.
 * @param path undefined while there is nothing to ask
 * @param sent a question that shows something, as one with a token does; must stay the same object
 */
export function useAnswer<Answer>(path: string | undefined, sent?: RequestOptions): Asked<Answer> {
  const { i18n } = useTranslation();
  const [state, setState] = useState<{ answer?: Answer; error?: unknown }>({});
  const again = useCallback(() => {
    if (path === undefined) return;
    request<Answer>(path, sent).then(
      (answer) => setState({ answer }),
      (error: unknown) => setState((before) => ({ ...before, error })),
    );
  }, [path, sent]);
  useEffect(() => {
    again();
    const timer = setInterval(() => !document.hidden && again(), ASK_AGAIN_MS);
    const onReturn = (): void => (document.hidden ? undefined : again());
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [again, i18n.language]);
  return { ...state, again };
}
