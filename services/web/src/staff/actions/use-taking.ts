import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { failureText } from '../../http/failure-text.js';
import { ApiProblem } from '../../http/problem.js';
import { instantText } from '../../time/instant-text.js';
import { clockOf } from '../calendar/week.js';
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
  /** Whose states a refusal names; those of a whistle if absent. */
  states?: string;
}

export interface Taking {
  typed: Typed;
  isGoing: boolean;
  /** Words for the reader. */
  failure: string | undefined;
  keep: (typed: Typed) => void;
  take: (typed: Typed) => void;
}

/** Answers of a service that knows better than the page by now: the state is another, or the version. */
const OVERTAKEN = [409, 412];

/**
 * Takes one action. Sent again after no answer came it carries the same key, so that it happens once; a refusal is an
 * answer, and what is sent after it is another request.
 */
export function useTaking(name: string, form: ActionForm, subject: Subject, onDone: (answer: unknown) => void): Taking {
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
      const seen: Record<string, string> = form.seen === undefined ? {} : { 'if-match': `"${form.seen}"` };
      return draft.sendOnce((headers) =>
        ask(addressOf(form, subject), { method: form.method ?? 'POST', body, headers: { ...headers, ...seen } }),
      );
    },
    onSuccess: onDone,
    onError: (error) => {
      // Somebody was first: the page behind the sheet shows where the matter is now.
      if (error instanceof ApiProblem && OVERTAKEN.includes(error.status)) void queries.invalidateQueries();
    },
  });
  const initial = Object.fromEntries(form.fields.map(({ name: field, initial: value }) => [field, value]));
  return {
    typed: { ...initial, ...draft.typed },
    isGoing: isPending,
    failure:
      failure === null
        ? undefined
        : refusalText(failure, subject.states ?? 'state', t, (key) => i18n.exists(key), i18n.language),
    keep: draft.keep,
    take: send,
  };
}

function addressOf({ path }: ActionForm, { address }: Subject): string {
  if (path === '') return address;
  return path.startsWith('/') ? path : `${address}/${path}`;
}

/** States of a matter have words here; of anything else the service says what it is. */
function refusalText(
  error: Error,
  states: string,
  t: TFunction,
  isKnown: (key: string) => boolean,
  language: string,
): string {
  if (error instanceof ApiProblem && error.code === 'roomTaken') return takenText(error, t, language);
  const state = error instanceof ApiProblem && error.status === 409 ? `${states}.${error.state}` : undefined;
  return state !== undefined && isKnown(state) ? t('sheet.stale', { state: t(state) }) : failureText(error, t);
}

/** A room that is taken: when it is free instead. */
function takenText({ alternatives = [] }: ApiProblem, t: TFunction, language: string): string {
  if (alternatives.length === 0) return t('sheet.roomTaken.none');
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), language);
  const times = alternatives.map(({ from, to }) => `${at(from)}–${clockOf(Date.parse(to))}`);
  return t('sheet.roomTaken', { times: times.join('；') });
}
