import type { Session } from '@hsl/contracts/schemas/sessions';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import type { ActionTable } from '../actions/sort-actions.js';
import { Countdown } from '../countdown.js';
import { filtersOf } from '../cut-list/cut.js';
import { CutPage } from '../cut-list/cut-page.js';
import { useMe } from '../sign-in/use-me.js';
import { SESSION_CUTS } from './session-cuts.js';
import { PLAN_FIELDS, planBody } from './session-action-forms.js';
import { useAbout } from './use-about.js';

const route = getRouteApi('/sessions');

/** On a topic; on a whistle it is convened there. */
const CONVENE: ActionTable = {
  forms: {
    'session.convene': {
      path: '',
      fields: [
        { name: 'topicId', kind: 'topic' },
        ...PLAN_FIELDS,
        { name: 'communityIds', kind: 'communities', isOptional: true },
      ],
      toBody: planBody,
    },
  },
  stepActions: {},
  sideSteps: [],
};
const CONVENERS = ['member', 'liaisonOfficer', 'communityWorker', 'communityHead'];

/** Which talks there are, and the way to begin one. */
export function SessionsPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const mayConvene = (useMe()?.posts ?? []).some(({ role }) => CONVENERS.includes(role));
  return (
    <CutPage<Session>
      title={t('sessions.title')}
      empty={t('sessions.empty')}
      path="/api/deliberations"
      cuts={SESSION_CUTS}
      filters={filtersOf(route.useSearch())}
      onCut={(search) => void navigate({ search })}
      row={(session) => <Row session={session} />}
    >
      {mayConvene && (
        <ActionArea
          actions={[{ name: 'session.convene', allowed: true }]}
          owed={[]}
          table={CONVENE}
          subject={{ address: '/api/deliberations', title: t('sessionPurpose.thematic'), states: 'topicState' }}
          onTaken={(answer) =>
            void navigate({ to: '/sessions/$id', params: { id: (answer as Session).id }, search: {} })
          }
        />
      )}
    </CutPage>
  );
}

function Row({ session }: { session: Session }) {
  const { t } = useTranslation();
  const aboutOf = useAbout();
  const { id, state, round, outcome, dueAt } = session;
  return (
    <>
      <Link to="/sessions/$id" params={{ id }}>
        <strong>{t(`sessionState.${state}`)}</strong> {aboutOf(session)}
        <span>{t('sessions.round', { round })}</span>
        {outcome !== undefined && <span>{t(`sessionOutcome.${outcome}`)}</span>}
      </Link>
      {state === 'CONVENED' && <Countdown dueAt={dueAt} />}
    </>
  );
}
