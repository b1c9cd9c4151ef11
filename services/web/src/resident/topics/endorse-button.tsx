import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../parts.js';
import { useSubmit } from '../use-submit.js';
import { endorse } from './endorse.js';

interface Props {
  topicId: string;
  /** Of the topic: many buttons on one page say the same. */
  title: string;
}

/** "I want this too", without sign-in. */
export function EndorseButton({ topicId, title }: Props) {
  const { t } = useTranslation();
  const [people, setPeople] = useState<number>();
  const { submit, failure } = useSubmit();
  if (people !== undefined) return <p role="status">{t('topic.endorsed', { people })}</p>;
  return (
    <>
      <Problem text={failure} />
      <button
        type="button"
        className="small"
        aria-label={`${t('topic.endorse')} ${title}`}
        onClick={() => void submit(async () => setPeople(await endorse(topicId)))}
      >
        {t('topic.endorse')}
      </button>
    </>
  );
}
