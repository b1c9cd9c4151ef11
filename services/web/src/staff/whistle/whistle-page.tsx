import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { ActionArea } from '../actions/action-area.js';
import { SimilarMatters } from '../compare/similar-matters.js';
import { EvidenceSection } from '../evidence/evidence-section.js';
import { FollowButton } from '../following/follow-button.js';
import { useCategoryName, useCommunityName } from '../names/use-names.js';
import { Contents } from './contents.js';
import { MatterFacts } from './matter-facts.js';
import { MatterLadders } from './matter-ladders.js';
import { Parties } from './parties.js';
import { PrintButton } from './print-button.js';
import { TaskLinks } from './task-links.js';
import { ProcessDetails } from './process-details.js';
import { StationStrip } from './station-strip.js';
import { TimelineList } from './timeline.js';
import { WaitingLine } from './waiting-line.js';
import { WHISTLE_ACTIONS } from './whistle-action-forms.js';
import { mayRead, useWhistle, type Whistle } from './whistle-queries.js';
import './whistle.css';

const route = getRouteApi('/whistles/$number');

/** Where is it, who is waited for, until when: one page for everybody who may see the matter. */
export function WhistlePage() {
  return <MatterPane number={route.useParams().number} />;
}

/** The same matter, beside a queue. */
export function MatterPane({ number }: { number: string }) {
  const query = useWhistle(number);
  return <LoadState query={query}>{query.data && <Matter whistle={query.data} />}</LoadState>;
}

function Matter({ whistle }: { whistle: Whistle }) {
  const { t } = useTranslation();
  const communityName = useCommunityName();
  const categoryName = useCategoryName();
  const { communityId, categoryCode } = whistle;
  const { id, number, grade, level, state, actions, contents, version, waitingFor } = whistle;
  return (
    <article className="whistle">
      <header>
        <h1>{number}</h1>
        <p>{[communityName(communityId), categoryName(categoryCode)].filter(Boolean).join(' · ')}</p>
        <span>{t(`state.${state}`)}</span>
        <span>{t(`grade.${grade}`)}</span>
        <span>{t(`level.${level}`)}</span>
        {mayRead(whistle, 'whistle.follow') && <FollowButton whistleId={id} />}
        <PrintButton />
      </header>
      <StationStrip whistle={whistle} />
      <WaitingLine whistle={whistle} />
      <ActionArea
        actions={actions}
        owed={waitingFor.map(({ step }) => step)}
        table={WHISTLE_ACTIONS}
        subject={{ address: `/api/whistles/${id}`, title: number }}
      />
      <MatterLadders whistle={whistle} />
      <div className="matter-columns">
        <div>
          <MatterFacts whistle={whistle} />
          <SimilarMatters whistle={whistle} />
          <Parties whistle={whistle} />
          <TaskLinks whistleId={id} version={version} />
        </div>
        <EvidenceSection whistle={whistle} />
        <div>
          <Contents contents={contents} />
          <TimelineList whistle={whistle} />
        </div>
      </div>
      <ProcessDetails whistle={whistle} />
    </article>
  );
}
