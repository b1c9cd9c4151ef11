import type { TrackedMatter } from '@hsl/contracts/schemas/tracking';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../drafts/use-draft.js';
import { request } from '../../http/request.js';
import { Awaited, Choice, Problem, Submit } from '../parts.js';
import { useAnswer } from '../use-answer.js';
import { useSubmit } from '../use-submit.js';
import { matterPath } from './use-matter.js';

const SOLVED = ['yes', 'partly', 'no'] as const;
const SATISFACTION = ['satisfied', 'basic', 'dissatisfied'] as const;
const NOTHING = { solved: '', satisfaction: '', note: '' };
type Answered = typeof NOTHING;

/** Is it solved, am I content? Once, each time it is asked for. */
export function RatingPage({ code }: { code: string }) {
  const { t } = useTranslation();
  const asked = useAnswer<TrackedMatter>(matterPath(code));
  const [after, setAfter] = useState<TrackedMatter>();
  return (
    <>
      <h1>{t('rating.title')}</h1>
      <Awaited asked={asked}>
        {(matter) => {
          const { open, given } = (after ?? matter).rating;
          if (open) return <RatingForm code={code} onDone={setAfter} />;
          return (
            <>
              <p className="panel" role="status">
                {given ? t('rating.given') : t('rating.closed')}
              </p>
              <a className="button" href={`/t/${encodeURIComponent(code)}`}>
                {t('track.title')}
              </a>
            </>
          );
        }}
      </Awaited>
    </>
  );
}

function RatingForm({ code, onDone }: { code: string; onDone: (after: TrackedMatter) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const draft = useDraft(`rating.${code}`);
  const [answer, setAnswer] = useState<Answered>({ ...NOTHING, ...(draft.typed as Partial<Answered>) });
  const { submit, failure, setFailure, isSending } = useSubmit();
  const change = (more: Partial<Answered>): void => {
    const next = { ...answer, ...more };
    setAnswer(next);
    draft.keep(next);
  };
  const rate = (event: FormEvent): void => {
    event.preventDefault();
    const { solved, satisfaction, note } = answer;
    if (solved === '' || satisfaction === '') return setFailure(t('rating.missing'));
    void submit(async () => {
      const body = { solved, satisfaction, note: note.trim() || undefined };
      const path = `${matterPath(code)}/rating`;
      onDone(await draft.sendOnce((headers) => request<TrackedMatter>(path, { method: 'POST', body, headers })));
    });
  };
  const labelled = (prefix: string, codes: readonly string[]) =>
    codes.map((one) => [one, t(`rating.${prefix}.${one}`)] as const);
  return (
    <form onSubmit={rate} noValidate>
      <Problem text={failure} />
      <Choice
        legend={t('rating.solved')}
        name="solved"
        options={labelled('solved', SOLVED)}
        value={answer.solved}
        onChange={(solved) => change({ solved })}
      />
      <Choice
        legend={t('rating.satisfaction')}
        name="satisfaction"
        options={labelled('satisfaction', SATISFACTION)}
        value={answer.satisfaction}
        onChange={(satisfaction) => change({ satisfaction })}
      />
      <label htmlFor={id}>{t('rating.note')}</label>
      <textarea
        id={id}
        maxLength={1_000}
        value={answer.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      <Submit isSending={isSending} label={t('rating.submit')} />
    </form>
  );
}
