import type { CheckInDetails } from '@hsl/contracts/schemas/members';
import type { CheckInState } from '@hsl/contracts/states';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import { Countdown } from '../countdown.js';
import { EvidenceSection } from '../evidence/evidence-section.js';
import { LoadState } from '../load-state.js';
import { MatterFacts } from '../whistle/matter-facts.js';
import { TaskLinks } from '../whistle/task-links.js';
import { useWhistle, type Whistle } from '../whistle/whistle-queries.js';
import { CHECK_IN_ACTIONS } from './check-in-action-forms.js';
import { useCheckIn } from './use-check-ins.js';
import '../whistle/whistle.css';
import './check-in.css';

const route = getRouteApi('/check-ins/$id');

/** From now on the page is the visit's. */
const HAS_COME: readonly CheckInState[] = ['CONFIRMED', 'ON_SITE', 'DONE'];

/** Can I come, when, why me? One decision. */
export function CheckInPage() {
  const query = useCheckIn(route.useParams().id);
  return <LoadState query={query}>{query.data && <CheckInView checkIn={query.data} />}</LoadState>;
}

function CheckInView({ checkIn }: { checkIn: CheckInDetails }) {
  const { t } = useTranslation();
  const { data: whistle } = useWhistle(checkIn.number);
  const { id, number, communityName, communityId, categoryName, state, dueAt, whyYou, others, actions } = checkIn;
  return (
    <article className="whistle check-in">
      <header>
        <h1>{number}</h1>
        <span>{t(`checkInState.${state}`)}</span>
        <span>{communityName ?? communityId}</span>
        {categoryName !== undefined && <span>{categoryName}</span>}
        <Link to="/whistles/$number" params={{ number }}>
          {t('checkIn.whistle')}
        </Link>
      </header>
      {state === 'REQUESTED' && (
        <div className="waiting">
          <p>
            <Countdown dueAt={dueAt} />
          </p>
          <p>{t('checkIn.silence')}</p>
        </div>
      )}
      {whistle && <MatterFacts whistle={whistle} />}
      <section>
        <h2>{t('checkIn.why')}</h2>
        <p>{whyYou}</p>
      </section>
      {others.length > 0 && (
        <section>
          <h2>{t('checkIn.others')}</h2>
          <ul className="parties">
            {others.map((other) => (
              <li key={other.checkInId}>
                {other.member.name} · {other.member.sector} · {t(`checkInState.${other.state}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ActionArea
        actions={actions}
        owed={['checkIn']}
        table={CHECK_IN_ACTIONS}
        subject={{ address: `/api/check-ins/${id}`, title: number }}
      />
      {HAS_COME.includes(state) && whistle && <Visit whistle={whistle} />}
    </article>
  );
}

/** What is seen on the spot, and the units whose work it is; a visit is written down at the task of the unit. */
function Visit({ whistle }: { whistle: Whistle }) {
  return (
    <>
      <EvidenceSection whistle={whistle} />
      <TaskLinks whistleId={whistle.id} version={whistle.version} />
    </>
  );
}
