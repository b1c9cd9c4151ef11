import { useRef } from 'react';
import { dropDraft, keepDraft, newKey, readDraft, type Draft } from './draft.js';

/** The draft of one form: what was typed comes back, and the key goes with every try until there is an answer. */
export function useDraft(name: string) {
  const draft = useRef<Draft>(readDraft(name));
  const change = (more: Partial<Draft>): void => {
    draft.current = { ...draft.current, ...more };
  };
  return {
    typed: draft.current.typed,
    key: () => draft.current.key,
    keep: (typed: Draft['typed']): void => {
      change({ typed });
      keepDraft(name, draft.current);
    },
    /** What is sent after a refusal is another request. */
    renewKey: (): void => {
      change({ key: newKey() });
      keepDraft(name, draft.current);
    },
    drop: (): void => {
      dropDraft(name);
      change({ typed: {}, key: newKey() });
    },
  };
}
