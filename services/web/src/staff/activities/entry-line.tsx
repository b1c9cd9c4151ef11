import type { Post } from '@hsl/contracts/roles';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { SheetButton } from '../actions/sheet-button.js';
import { useCommunities } from '../blow/use-places.js';
import { useMe } from '../sign-in/use-me.js';
import { VIEWS, type View, type ViewAction, type ViewName } from './activity-views.js';
import type { AnyEntry } from './entries.js';

const FEN_PER_YUAN = 100;
const KINDS: Partial<Record<ViewName, string>> = {
  ...{ campaigns: 'campaignKind', held: 'activityKind', micro: 'microKind', donations: 'donationKind' },
};

const sizeOf = (answers: Readonly<Record<string, unknown>> | undefined): number => Object.keys(answers ?? {}).length;

/** How far it is, in one sentence; each kind of thing has its own measure. */
function progressOf(view: ViewName, entry: AnyEntry, communities: number, t: TFunction): string | undefined {
  const { records, target, findings, valueFen } = entry;
  const heads = entry.headCount ?? entry.attendance;
  if (view === 'campaigns') return t('campaign.progress', { n: sizeOf(records), target });
  if (view === 'tours') return t('tour.progress', { n: sizeOf(findings), total: communities });
  if (view === 'donations' && valueFen !== undefined) return t('donation.value', { yuan: valueFen / FEN_PER_YUAN });
  return heads === undefined ? undefined : t('activity.heads', { n: heads });
}

/** Services decide; this is what is worth offering. */
const isOffered = ({ roles, states, isForInvited }: ViewAction, entry: AnyEntry, posts: readonly Post[]): boolean =>
  (states?.includes(entry.state) ?? true) &&
  posts.some(
    ({ role, memberId }) =>
      roles.includes(role) && (!isForInvited || (memberId !== undefined && entry.invited?.includes(memberId))),
  );

/** One line of a register, and what the reader may do to it. */
export function EntryLine({ view, entry }: { view: ViewName; entry: AnyEntry }) {
  const { t } = useTranslation();
  const dayText = useDay();
  const communities = useCommunities();
  const posts = useMe()?.posts ?? [];
  const { path, steps }: View = VIEWS[view];
  const { id, state, kind, startsOn, endsOn, communityId } = entry;
  const day = entry.on ?? entry.heldOn;
  const community = communities.find(({ value }) => value === communityId)?.label;
  const title = entry.title ?? entry.campaign ?? community ?? '';
  const first = dayText(startsOn ?? day ?? '');
  const days = endsOn === undefined ? first : t('campaign.days', { from: first, to: dayText(endsOn) });
  const kindWords = KINDS[view];
  const offered = steps.filter((step) => isOffered(step, entry, posts));
  return (
    <li>
      <strong>{title}</strong>
      {kindWords !== undefined && kind !== undefined && <span>{t(`${kindWords}.${kind}`)}</span>}
      <span>{days}</span>
      {community !== undefined && title !== community && <span>{community}</span>}
      <span>{progressOf(view, entry, communities.length, t)}</span>
      <span className="quiet">{entry.said ?? entry.goods ?? entry.place}</span>
      {view !== 'visits' && <span className="quiet">{t(`entry.${state}`)}</span>}
      {view === 'visits' && (
        <Link to="/visits/$id" params={{ id }}>
          {t('activities.more')}
        </Link>
      )}
      {offered.map(({ name, form }) => (
        <SheetButton key={name} name={name} form={form} on={id} subject={{ address: `/api/${path}/${id}`, title }} />
      ))}
    </li>
  );
}
