import type { CalendarYearAnswer } from '@hsl/contracts/schemas/calendar';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../drafts/use-draft.js';
import { useMe } from '../../sign-in/use-me.js';
import { refusalTexts } from '../refusal-texts.js';
import { daysIn, textOfDays } from './typed-days.js';
import { useLoading } from './use-calendar.js';

interface Texts {
  holidays: string;
  makeUpWorkdays: string;
}

/** Loads or amends a year, as the notice of the State Council has it. */
export function CalendarForm({ calendar }: { calendar: CalendarYearAnswer }) {
  const { t } = useTranslation();
  const { year } = calendar;
  const draft = useDraft(`${useMe()?.userId}.calendar.${year}`);
  const until = t('calendar.until');
  const [texts, setTexts] = useState<Texts>({
    holidays: textOfDays(calendar.holidays, until),
    makeUpWorkdays: textOfDays(calendar.makeUpWorkdays, until),
    ...draft.typed,
  });
  const loading = useLoading(draft.drop);
  const [holidays, makeUpWorkdays] = [daysIn(texts.holidays), daysIn(texts.makeUpWorkdays)];
  const strange = [...holidays.notUnderstood, ...makeUpWorkdays.notUnderstood];
  const type = (more: Partial<Texts>): void => {
    setTexts({ ...texts, ...more });
    draft.keep({ ...texts, ...more });
  };
  const failures = [
    ...(strange.length > 0 ? [t('calendar.strange', { days: strange.join(t('rules.and')) })] : []),
    ...refusalTexts(loading.error, t),
  ];
  return (
    <section>
      <h2>{t('calendar.load', { year })}</h2>
      <div className="admin-form">
        {failures.map((text) => (
          <Alert key={text} role="alert" type="error" showIcon title={text} />
        ))}
        <DaysInput name="holidays" text={texts.holidays} onChange={(typed) => type({ holidays: typed })} />
        <p>{t('calendar.count', { n: holidays.days.length })}</p>
        <DaysInput
          name="makeUpWorkdays"
          text={texts.makeUpWorkdays}
          onChange={(typed) => type({ makeUpWorkdays: typed })}
        />
        <p>{t('calendar.count', { n: makeUpWorkdays.days.length })}</p>
        <div>
          <Button
            type="primary"
            size="large"
            loading={loading.isPending}
            disabled={strange.length > 0 || holidays.days.length === 0}
            onClick={() => loading.send({ year, holidays: holidays.days, makeUpWorkdays: makeUpWorkdays.days })}
          >
            {loading.isPending ? t('action.submitting') : t('calendar.submit')}
          </Button>
        </div>
      </div>
    </section>
  );
}

interface DaysProps {
  name: keyof Texts;
  text: string;
  onChange: (text: string) => void;
}

const MOST_CHARACTERS = 4_000;

function DaysInput({ name, text, onChange }: DaysProps) {
  const { t } = useTranslation();
  return (
    <>
      <label htmlFor={`calendar-${name}`}>{t(`calendar.field.${name}`)}</label>
      <Input.TextArea
        id={`calendar-${name}`}
        autoSize={{ minRows: 4, maxRows: 12 }}
        maxLength={MOST_CHARACTERS}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}
