import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { CardChips } from '../card-chips.js';
import { Countdown } from '../countdown.js';
import { useNameOf } from '../names/use-names.js';
import { isWall } from '../wall.js';

/** One matter in a list: where it is, who is waited for since when, what comes next. */
export function MatterRow({ matter }: { matter: LiveMatter }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNameOf();
  const { number, state, grade, waitingFor, since, dueAt, nextRung, cards } = matter;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const who = waitingFor.map(({ kind, id, name, step }) => {
    // A wall is read by everybody who passes: no person is named on it.
    const role = kind === 'role' ? id : kind === 'member' && isWall() ? 'member' : undefined;
    const called = role === undefined ? (name ?? nameOf(kind, id)) : t(`role.${role}`);
    return `${called} ${t(`step.${step}`)}`;
  });
  return (
    <tr>
      <td>
        <Link to="/whistles/$number" params={{ number }}>
          {number}
        </Link>
        <CardChips cards={cards} />
      </td>
      <td>{matter.communityName ?? matter.communityId}</td>
      <td>{t(`state.${state}`)}</td>
      <td>{t(`grade.${grade}`)}</td>
      <td>{who.join(' · ')}</td>
      <td>{since === undefined ? '' : at(since)}</td>
      <td>{dueAt !== undefined && <Countdown dueAt={dueAt} />}</td>
      <td>{nextRung && `${at(nextRung.at)} ${t(`rung.${nextRung.kind}`)}`}</td>
    </tr>
  );
}
