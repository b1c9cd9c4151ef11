import type { SessionLinkKind } from '@hsl/contracts/sessions';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOutcomeLinks } from './use-session.js';

const DAY_MS = 86_400_000;

/** What the conclusion became; how long it has waited for that, where it became nothing yet. */
export function OutcomeLinks({ id, since }: { id: string; since: string }) {
  const { t } = useTranslation();
  const links = useOutcomeLinks(id).data?.items;
  if (!links) return null;
  const days = Math.floor((Date.now() - Date.parse(since)) / DAY_MS);
  return (
    <section>
      <h2>{t('session.became')}</h2>
      {links.length === 0 && <p>{t('session.became.none', { days })}</p>}
      <ul>
        {links.map(({ kind, targetId }) => (
          <li key={targetId}>
            <Became kind={kind} id={targetId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Became({ kind, id }: { kind: SessionLinkKind; id: string }) {
  const words = useTranslation().t(`session.became.${kind}`);
  if (kind === 'whistle') {
    return (
      <Link to="/whistles/$number" params={{ number: id }}>
        {words}
      </Link>
    );
  }
  if (kind === 'task') {
    return (
      <Link to="/tasks/$id" params={{ id }}>
        {words}
      </Link>
    );
  }
  if (kind === 'proposal') {
    return (
      <Link to="/proposals/$id" params={{ id }}>
        {words}
      </Link>
    );
  }
  return <>{words}</>;
}
