import type { RevisitRecord } from '@hsl/contracts/schemas/follow-ups';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionArea } from '../actions/action-area.js';
import type { ActionTable } from '../actions/sort-actions.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { WHISTLE_ACTIONS } from '../whistle/whistle-action-forms.js';
import { useWhistle, type Whistle } from '../whistle/whistle-queries.js';
import { CallLine } from './call-line.js';
import { CallSheet } from './call-sheet.js';
import { useCall } from './use-call.js';

const ASK_AGAIN_MS = 10_000;
/** What is done about a revisit; everything else stands on the matter's own page. */
const STEPS = ['whistle.revisit', 'whistle.logRevisitAttempt', 'whistle.confirmProactive'] as const;

/** What only whoever is calling records. */
const OF_A_CALL: readonly string[] = ['whistle.revisit', 'whistle.logRevisitAttempt'];

/** The same forms as on the matter's page; where several residents are behind it, the answer says whose it is. */
function tableFor(reporterId: string | undefined): ActionTable {
  const forms = Object.fromEntries(STEPS.map((name) => [name, WHISTLE_ACTIONS.forms[name]!]));
  const revisit = { ...forms['whistle.revisit']!, ...(reporterId !== undefined && { fixed: { reporterId } }) };
  return { ...WHISTLE_ACTIONS, forms: { ...forms, 'whistle.revisit': revisit } };
}

/** One matter to be asked about: whom to call, what was tried, what the resident says. */
export function RevisitPane({ number }: { number: string }) {
  const query = useWhistle(number);
  return <LoadState query={query}>{query.data && <Pane whistle={query.data} />}</LoadState>;
}

function Pane({ whistle }: { whistle: Whistle }) {
  const { t, i18n } = useTranslation();
  const { id, number, version, state, grade, facts, place, actions, waitingFor } = whistle;
  const mayAsk = actions.some(({ name, allowed }) => name === 'whistle.revisit' && allowed);
  const record = useQuery({
    queryKey: ['revisit-record', id, version, i18n.language],
    queryFn: () => ask<RevisitRecord>(`/api/whistles/${id}/revisits`),
    enabled: mayAsk,
    refetchInterval: ASK_AGAIN_MS,
    placeholderData: (before) => before,
  });
  const calling = useCall(id, mayAsk);
  const isTaken = calling.call !== undefined && !calling.call.mine;
  const [chosen, setChosen] = useState<string>();
  const reporters = record.data?.reporters ?? [];
  const asked = reporters.find((one) => one.id === chosen) ?? reporters.find(({ askedAt }) => askedAt === undefined);
  return (
    <article className="whistle">
      <header>
        <h2>{number}</h2>
        <span>{t(`state.${state}`)}</span>
        <span>{t(`grade.${grade}`)}</span>
        <Link to="/whistles/$number" params={{ number }}>
          {t('task.whistle')}
        </Link>
      </header>
      <section>
        <h2>{t('whistle.facts')}</h2>
        <p className="facts">{[facts, place].filter(Boolean).join(' · ')}</p>
      </section>
      {mayAsk && <CallLine calling={calling} />}
      {mayAsk && (
        <LoadState query={record}>
          {record.data && <CallSheet record={record.data} askedId={asked?.id} onAsk={setChosen} />}
        </LoadState>
      )}
      <ActionArea
        actions={isTaken ? actions.filter(({ name }) => !OF_A_CALL.includes(name)) : actions}
        owed={waitingFor.map(({ step }) => step)}
        table={tableFor(reporters.length > 1 ? asked?.id : undefined)}
        subject={{ address: `/api/whistles/${id}`, title: number }}
      />
    </article>
  );
}
