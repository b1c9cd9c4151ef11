import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../http/failure-text.js';
import type { Asked } from './use-answer.js';

/** What went wrong, said at once. */
export const Problem = ({ text }: { text: string | undefined }): ReactNode =>
  text !== undefined && (
    <p role="alert" className="panel problem">
      {text}
    </p>
  );

interface AwaitedProps<Answer> {
  asked: Asked<Answer>;
  /** Instead of the error's own words. */
  unknown?: string;
  children: (answer: Answer) => ReactNode;
}

/** The answer once it is there; before that a word, and each error with a way out. */
export function Awaited<Answer>({ asked, unknown, children }: AwaitedProps<Answer>): ReactNode {
  const { t } = useTranslation();
  if (asked.answer !== undefined) return children(asked.answer);
  if (asked.error === undefined) return <p role="status">{t('state.loading')}</p>;
  return (
    <>
      <Problem text={unknown ?? failureText(asked.error, t)} />
      <button type="button" onClick={asked.again}>
        {t('action.retry')}
      </button>
    </>
  );
}

interface SubmitProps {
  isSending: boolean;
  label: string;
}

export function Submit({ isSending, label }: SubmitProps): ReactNode {
  const { t } = useTranslation();
  return (
    <button className="primary" type="submit" aria-disabled={isSending}>
      {isSending ? t('report.sending') : label}
    </button>
  );
}

interface ChoiceProps {
  legend: string;
  name: string;
  /** Code and what it says. */
  options: readonly (readonly [code: string, label: string])[];
  value: string;
  onChange: (code: string) => void;
}

/** One of a few, each as large as a thumb. */
export function Choice({ legend, name, options, value, onChange }: ChoiceProps): ReactNode {
  return (
    <fieldset className="choice">
      <legend className="label">{legend}</legend>
      {options.map(([code, label]) => (
        <label key={code} className="option">
          <input type="radio" name={name} value={code} checked={value === code} onChange={() => onChange(code)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
