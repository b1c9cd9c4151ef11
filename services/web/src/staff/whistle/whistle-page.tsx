import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { ActionBar } from './actions/action-bar.js';
import { ActionSheet } from './actions/action-sheet.js';
import { WHISTLE_ACTION_FORMS } from './actions/whistle-action-forms.js';
import { Contents } from './contents.js';
import { Parties } from './parties.js';
import { StationStrip } from './station-strip.js';
import { TimelineList } from './timeline.js';
import { WaitingLine } from './waiting-line.js';
import { useWhistle, type Whistle } from './whistle-queries.js';
import './whistle.css';

const route = getRouteApi('/whistles/$number');

/** Where is it, who is waited for, until when: one page for everybody who may see the matter. */
export function WhistlePage() {
  const { number } = route.useParams();
  const query = useWhistle(number);
  return <LoadState query={query}>{query.data && <Matter whistle={query.data} />}</LoadState>;
}

function Matter({ whistle }: { whistle: Whistle }) {
  const { t } = useTranslation();
  const { do: doing } = route.useSearch();
  const navigate = route.useNavigate();
  const opener = useRef<Element>(null);
  const form = doing === undefined ? undefined : WHISTLE_ACTION_FORMS[doing];
  const open = (name: string): void => {
    opener.current = document.activeElement;
    void navigate({ search: { do: name } });
  };
  const close = async (): Promise<void> => {
    await navigate({ search: {}, replace: true });
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const { id, number, grade, level, state, facts, place, households, actions, contents, version, waitingFor } = whistle;
  return (
    <article className="whistle">
      <header>
        <h1>{number}</h1>
        <span>{t(`state.${state}`)}</span>
        <span>{t(`grade.${grade}`)}</span>
        <span>{t(`level.${level}`)}</span>
      </header>
      <StationStrip whistle={whistle} />
      <WaitingLine whistle={whistle} />
      <ActionBar actions={actions} owed={waitingFor.map(({ step }) => step)} onOpen={open} />
      <section>
        <h2>{t('whistle.facts')}</h2>
        <p className="facts">{facts}</p>
        <p>{[place, households && t('whistle.households', { households })].filter(Boolean).join(' · ')}</p>
      </section>
      <Parties whistle={whistle} />
      <Contents contents={contents} />
      <TimelineList number={number} version={version} />
      {doing !== undefined && form && (
        <ActionSheet key={doing} name={doing} form={form} whistle={{ id, number }} onClose={() => void close()} />
      )}
    </article>
  );
}
