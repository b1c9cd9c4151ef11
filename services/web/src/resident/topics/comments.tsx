import type { TopicCommentPage } from '@hsl/contracts/schemas/topic-voices';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { request } from '../../http/request.js';
import { Awaited, Problem, Submit } from '../parts.js';
import { useAnswer } from '../use-answer.js';
import { useSubmit } from '../use-submit.js';

const SHOWN = 50;

/** What people say; a resident's words are looked at before others read them. */
export function Comments({ topicId }: { topicId: string }) {
  const { t } = useTranslation();
  const path = `/api/topics/${encodeURIComponent(topicId)}/comments`;
  const asked = useAnswer<TopicCommentPage>(`${path}?limit=${SHOWN}`);
  return (
    <section className="panel">
      <h2>{t('topic.comments')}</h2>
      <Awaited asked={asked}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{t('topic.comments.none')}</p>}
            <ul className="lines">
              {items.map(({ id, text, byMember }) => (
                <li key={id}>
                  {text}
                  {byMember && <small> · {t('topic.comments.byMember')}</small>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Awaited>
      <CommentForm path={path} name={`comment.${topicId}`} />
    </section>
  );
}

function CommentForm({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(name);
  const [text, setText] = useState((draft.typed['text'] as string | undefined) ?? '');
  const [isSent, setSent] = useState(false);
  const { submit, failure, setFailure, isSending } = useSubmit();
  const change = (next: string): void => {
    setText(next);
    draft.keep({ text: next });
  };
  const say = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') {
      setFailure(t('topic.comment.missing'));
      field.current?.focus();
      return;
    }
    void submit(async () => {
      await request(path, { method: 'POST', body: { text: text.trim() } });
      draft.drop();
      setText('');
      setSent(true);
    });
  };
  return (
    <form onSubmit={say} noValidate>
      <Problem text={failure} />
      {isSent && <p role="status">{t('topic.comment.sent')}</p>}
      <label htmlFor={id}>{t('topic.comment')}</label>
      <textarea id={id} ref={field} maxLength={500} value={text} onChange={({ target }) => change(target.value)} />
      <Submit isSending={isSending} label={t('topic.comment.send')} />
    </form>
  );
}
