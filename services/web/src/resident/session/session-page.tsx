import type { PublishedRecord, SittingRoom } from '@hsl/contracts/schemas/sitting-voices';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../http/problem.js';
import { instantText } from '../../time/instant-text.js';
import { Awaited, Problem } from '../parts.js';
import { useAnswer } from '../use-answer.js';
import { OpinionForm } from './opinion-form.js';
import { PublishedResult } from './published-result.js';
import { keepSessionToken, sessionToken } from './session-token.js';
import { SignInForm } from './sign-in-form.js';
import { Votes } from './votes.js';

const HOUR_MS = 3_600_000;

/** When may I speak and vote; and afterwards, what was agreed? */
export function SessionPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [token, setToken] = useState(() => sessionToken(id));
  const path = `/api/deliberations/${encodeURIComponent(id)}`;
  const shown = useMemo(() => ({ method: 'POST' as const, body: { token } }), [token]);
  const room = useAnswer<SittingRoom>(`${path}/joining`, shown);
  const refusal = room.error instanceof ApiProblem && room.error.isRefusal ? room.error : undefined;
  const published = useAnswer<PublishedRecord>(refusal ? `${path}/publication` : undefined);
  if (published.answer) return <PublishedResult record={published.answer} />;
  if (refusal) {
    return (
      <>
        <h1>{t('session.title')}</h1>
        <Problem text={t(closedWords(refusal))} />
      </>
    );
  }
  const arrived = (mine: string | undefined): void => {
    if (mine === undefined) return room.again();
    keepSessionToken(id, mine);
    setToken(mine);
  };
  return (
    <Awaited asked={room}>
      {(answer) => <Room path={path} room={answer} token={token} again={room.again} onArrived={arrived} />}
    </Awaited>
  );
}

const CONFLICT = 409;
const closedWords = ({ code, status }: ApiProblem) =>
  code === 'sittingNotPlanned' ? 'session.unplanned' : status === CONFLICT ? 'session.over' : 'session.gone';

interface RoomProps {
  path: string;
  room: SittingRoom;
  token: string | undefined;
  again: () => void;
  onArrived: (token: string | undefined) => void;
}

function Room({ path, room, token, again, onArrived }: RoomProps) {
  const { t, i18n } = useTranslation();
  const now = Date.parse(room.serverNow ?? '') || Date.now();
  const [startsAt, endsAt] = [Date.parse(room.startsAt), Date.parse(room.endsAt)];
  const [from, to] = [startsAt, endsAt].map((at) => instantText(at, now, i18n.language));
  const [signedIn, setSignedIn] = useState(() => localStorage.getItem(`hsl.signedIn.${path}`) === '1');
  const arrived = (mine: string | undefined): void => {
    localStorage.setItem(`hsl.signedIn.${path}`, '1');
    setSignedIn(true);
    onArrived(mine);
  };
  const isGoingOn = now >= startsAt && now < endsAt;
  return (
    <>
      <h1>{t('session.title')}</h1>
      <section className="panel">
        <strong>{t('session.when', { from, to })}</strong>
        <p>{t(`session.format.${room.format}`)}</p>
        {now < startsAt && <p>{t('session.notYet', { from })}</p>}
        {now >= endsAt && <p>{t('session.over')}</p>}
        {room.onlineLink !== undefined && now < endsAt && (
          <a className="button" href={room.onlineLink} rel="noreferrer">
            {t('session.link')}
          </a>
        )}
      </section>
      {room.agenda.length > 0 && (
        <section className="panel">
          <h2>{t('session.agenda')}</h2>
          <ol>
            {room.agenda.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      )}
      {signedIn && <p role="status">{t('session.signedIn')}</p>}
      {!signedIn && now >= startsAt - HOUR_MS && now < endsAt && (
        <SignInForm path={path} token={token} onSignedIn={arrived} />
      )}
      {signedIn && isGoingOn && token !== undefined && (
        <>
          <Votes path={path} token={token} motions={room.motions} onVoted={again} />
          <OpinionForm path={path} token={token} />
        </>
      )}
    </>
  );
}
