import { useRef } from 'react';
import { ApiProblem } from '../http/problem.js';
import { dropDraft, keepDraft, newKey, readDraft, type Draft } from './draft.js';

/** The header that makes a request happen once. */
type KeyHeader = { 'idempotency-key': string };

/** The draft of one form: what was typed comes back, and the key goes with every try until there is an answer. */
export function useDraft(name: string) {
  const draft = useRef<Draft>(readDraft(name));
  const change = (more: Partial<Draft>): void => {
    draft.current = { ...draft.current, ...more };
  };
  const drop = (): void => {
    dropDraft(name);
    change({ typed: {}, key: newKey() });
  };
  return {
    typed: draft.current.typed,
    key: () => draft.current.key,
    keep: (typed: Draft['typed']): void => {
      change({ typed });
      keepDraft(name, draft.current);
    },
    drop,
    /**
     * Sends what was typed under its key. Received, the draft is gone; a refusal is an answer, and what is sent after it
     * is another request; without an answer the same is sent again.
     * @throws what `sending` throws
     */
    async sendOnce<Answer>(sending: (headers: KeyHeader) => Promise<Answer>): Promise<Answer> {
      try {
        const answer = await sending({ 'idempotency-key': draft.current.key });
        drop();
        return answer;
      } catch (error) {
        if (error instanceof ApiProblem && error.isRefusal) {
          change({ key: newKey() });
          keepDraft(name, draft.current);
        }
        throw error;
      }
    },
  };
}
