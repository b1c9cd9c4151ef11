import type { ResidentSurveys } from '@hsl/contracts/schemas/resident-surveys';
import { SURVEY_QUESTIONS } from '@hsl/contracts/topics';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { SheetButton } from '../actions/sheet-button.js';
import { LoadState } from '../load-state.js';
import { useCommunityName } from '../names/use-names.js';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';
import { TableBox } from '../table-box.js';
import { halfBefore } from './halves.js';

const ADDRESS = '/api/resident-surveys';
/** This half year and two before: what a year ago was is what people compare. */
const SHOWN = [0, 1, 2] as const;
const COLUMNS = ['surveys.community', 'surveys.days', 'surveys.answers'] as const;

/** What do residents think, community by community? */
export function SurveysPage() {
  const { t } = useTranslation();
  const [half, setHalf] = useState(() => halfBefore(Date.now(), 0));
  const isLiaison = useHasRole('liaisonOfficer');
  const query = useQuery({
    queryKey: ['resident-surveys', half],
    queryFn: () => ask<ResidentSurveys>(`${ADDRESS}?half=${half}`),
  });
  const halfText = (one: string): string =>
    t('surveys.half', { year: one.slice(0, 4), half: t(`surveys.half.${one.slice(-1)}`) });
  return (
    <section>
      <h1>{t('survey.title')}</h1>
      <div className="sheet-buttons">
        {SHOWN.map((back) => halfBefore(Date.now(), back)).map((one) => (
          <Button key={one} aria-pressed={one === half} onClick={() => setHalf(one)}>
            {halfText(one)}
          </Button>
        ))}
        {isLiaison && (
          <SheetButton
            name="residentSurvey.open"
            form={{
              path: '',
              fields: [
                { name: 'opensOn', kind: 'plainDay' },
                { name: 'closesOn', kind: 'plainDay' },
              ],
              fixed: { half },
            }}
            subject={{ address: ADDRESS, title: halfText(half) }}
          />
        )}
      </div>
      <LoadState query={query}>{query.data && <Results items={query.data.items} label={halfText(half)} />}</LoadState>
    </section>
  );
}

/** Averages from 1 to 5, with how many answered: a few answers say little. */
function Results({ items, label }: { items: ResidentSurveys['items']; label: string }) {
  const { t } = useTranslation();
  const day = useDay();
  const communityName = useCommunityName();
  if (items.length === 0) return <p>{t('surveys.none')}</p>;
  const columns = [...COLUMNS, ...SURVEY_QUESTIONS.map((question) => `survey.q.${question}`)];
  return (
    <TableBox label={label} columns={columns.map((column) => t(column))}>
      {items.map(({ id, communityId, opensOn, closesOn, answers, averages }) => (
        <tr key={id}>
          <th scope="row">{communityName(communityId)}</th>
          <td>{`${day(opensOn)} – ${day(closesOn)}`}</td>
          <td>{answers}</td>
          {SURVEY_QUESTIONS.map((question) => (
            <td key={question}>{averages.find((one) => one.question === question)?.average.toFixed(1) ?? '–'}</td>
          ))}
        </tr>
      ))}
    </TableBox>
  );
}
