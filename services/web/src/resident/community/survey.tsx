import type { OpenSurveys, ResidentSurveyAnswered } from '@hsl/contracts/schemas/resident-surveys';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../time/day-text.js';
import { Choice, Problem, Submit } from '../parts.js';
import { sendAsThisPhone } from '../this-phone.js';
import { useAnswer } from '../use-answer.js';
import { useSubmit } from '../use-submit.js';

/** Best first, as people read them. */
const SCORES = ['5', '4', '3', '2', '1'] as const;
const answeredKey = (surveyId: string): string => `hsl.survey.${surveyId}`;

interface Props {
  subdistrictId: string;
  communityId: string;
}

/** What residents think, twice a year (S96); nothing while no survey is open. */
export function Survey({ subdistrictId, communityId }: Props) {
  const query = new URLSearchParams({ subdistrict: subdistrictId, community: communityId });
  const { answer } = useAnswer<OpenSurveys>(`/api/resident-surveys/open?${query.toString()}`);
  const survey = answer?.items[0];
  return survey ? <Questions key={survey.id} survey={survey} /> : null;
}

function Questions({ survey: { id, closesOn, questions } }: { survey: OpenSurveys['items'][number] }) {
  const { t, i18n } = useTranslation();
  const [scores, setScores] = useState<Readonly<Record<string, string>>>({});
  const [isSent, setSent] = useState(localStorage.getItem(answeredKey(id)) !== null);
  const { submit, failure, setFailure, isSending } = useSubmit();
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (questions.some((question) => scores[question] === undefined)) return setFailure(t('survey.missing'));
    const body = { scores: Object.fromEntries(questions.map((question) => [question, Number(scores[question])])) };
    void submit(async () => {
      await sendAsThisPhone<ResidentSurveyAnswered>(`/api/resident-surveys/${id}/answers`, body);
      localStorage.setItem(answeredKey(id), closesOn);
      setSent(true);
    });
  };
  return (
    <section className="panel">
      <h2>{t('survey.title')}</h2>
      {isSent ? (
        <p role="status">{t('survey.thanks')}</p>
      ) : (
        <form onSubmit={send}>
          <p>{t('survey.help', { day: dayText(closesOn, i18n.language) })}</p>
          {questions.map((question) => (
            <Choice
              key={question}
              legend={t(`survey.q.${question}`)}
              name={question}
              options={SCORES.map((score) => [score, t(`survey.score.${score}`)] as const)}
              value={scores[question] ?? ''}
              onChange={(score) => setScores((before) => ({ ...before, [question]: score }))}
            />
          ))}
          <Problem text={failure} />
          <Submit isSending={isSending} label={t('survey.send')} />
        </form>
      )}
    </section>
  );
}
