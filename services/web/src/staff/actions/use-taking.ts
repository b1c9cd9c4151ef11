import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import { useSending } from '../use-sending.js';
import { bodyOf, type ActionForm, type Typed } from './action-form.js';
import { withWhistleIds } from './named-whistles.js';
import { sentBody } from './sent-body.js';

/** What is acted on. */
export interface Subject {
  /** Of the thing itself; an action's path goes below. */
  address: string;
  /** As people call it. */
  title: string;
}

export interface Taking {
  typed: Typed;
  isGoing: boolean;
  /** Words for the reader. */
  failure: string | undefined;
  keep: (typed: Typed) => void;
  take: (typed: Typed) => void;
}

/**
 * Takes one action. Sent again after no answer came it carries the same key, so that it happens once; a refusal is an
 * answer, and what is sent after it is another request.
 */
export function useTaking(name: string, form: ActionForm, subject: Subject, onDone: () => void): Taking {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const draft = useDraft(`${useMe()?.userId}.${subject.address}.${name}`);
  const {
    send,
    isPending,
    error: failure,
  } = useSending({
    mutationFn: async (typed: Typed) => {
      const told = await withWhistleIds(form.fields, sentBody(form.fields, bodyOf(form, typed)));
      const body = form.keyAs === undefined ? told : { ...told, [form.keyAs]: draft.key() };
      const headers = { 'idempotency-key': draft.key() };
      return ask(`${subject.address}/${form.path}`, { method: 'POST', body, headers });
    },
    onSuccess: () => {
      draft.drop();
      onDone();
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem) || !error.isRefusal) return;
      draft.renewKey();
      // Somebody was first: the page behind the sheet shows where the matter is now.
      if (error.status === 409) void queries.invalidateQueries();
    },
  });
  const initial = Object.fromEntries(form.fields.map(({ name: field, initial: value }) => [field, value]));
  return {
    typed: { ...initial, ...draft.typed },
    isGoing: isPending,
    failure: failure === null ? undefined : refusalText(failure, t, (key) => i18n.exists(key)),
    keep: draft.keep,
    take: send,
  };
}

/** States of a matter have words here; of anything else the service says what it is. */
function refusalText(error: Error, t: TFunction, isKnown: (key: string) => boolean): string {
  const state = error instanceof ApiProblem && error.status === 409 ? `state.${error.state}` : undefined;
  return state !== undefined && isKnown(state) ? t('sheet.stale', { state: t(state) }) : failureText(error, t);
}
