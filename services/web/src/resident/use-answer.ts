import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request, type RequestOptions } from '../http/request.js';
import { askAgainMs } from './ask-again.js';

export interface Asked<Answer> {
  answer?: Answer;
  error?: unknown;
  again: () => void;
}

interface State<Answer> {
  answer?: Answer;
  error?: unknown;
  /** In a row, since the last answer. */
  failures: number;
}

/**
 * What the platform says to a question of this page; the last answer stays when a later one does not come. It is asked
 * again from time to time, sooner after a failure, and when the person comes back to the page.
 * @param path undefined while there is nothing to ask
 * @param sent a question that shows something, as one with a token does; must stay the same object
 */
export function useAnswer<Answer>(path: string | undefined, sent?: RequestOptions): Asked<Answer> {
  const { i18n } = useTranslation();
  const [{ answer, error, failures }, setState] = useState<State<Answer>>({ failures: 0 });
  const again = useCallback(() => {
    if (path === undefined) return;
    request<Answer>(path, sent).then(
      (said) => setState({ answer: said, failures: 0 }),
      (why: unknown) => setState((before) => ({ ...before, error: why, failures: before.failures + 1 })),
    );
  }, [path, sent]);
  useEffect(again, [again, i18n.language]);
  const pauseMs = askAgainMs(error, failures);
  useEffect(() => {
    const askUnlessAway = (): void => (document.hidden ? undefined : again());
    const timer = setInterval(askUnlessAway, pauseMs);
    document.addEventListener('visibilitychange', askUnlessAway);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askUnlessAway);
    };
  }, [again, pauseMs]);
  return { answer, error, again };
}
