import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SheetButton } from '../actions/sheet-button.js';
import { useCommunities } from '../blow/use-places.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useMe } from '../sign-in/use-me.js';
import { usePages } from '../use-pages.js';
import { VIEW_NAMES, VIEWS, type View, type ViewName } from './activity-views.js';
import type { AnyEntry } from './entries.js';
import { EntryLine } from './entry-line.js';
import '../board/board.css';
import '../rooms.css';
import '../whistles/whistles.css';

const route = getRouteApi('/activities');

/** What did we hear, see, achieve? One register at a time, of all communities or of one. */
export function ActivitiesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const view = VIEW_NAMES.find((name) => name === search.view) ?? 'visits';
  const { community } = search;
  return (
    <article className="board room">
      <h1>{t('activities.title')}</h1>
      <nav className="room-links" aria-label={t('activities.views')}>
        {VIEW_NAMES.map((name) => (
          <Link
            key={name}
            to="/activities"
            search={{ view: name, community }}
            activeProps={{}}
            aria-current={name === view ? 'page' : undefined}
          >
            {t(`activities.view.${name}`)}
          </Link>
        ))}
      </nav>
      <Entries key={view} view={view} community={community} />
    </article>
  );
}

function Entries({ view, community }: { view: ViewName; community: string | undefined }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const communities = useCommunities();
  const roles = (useMe()?.posts ?? []).map(({ role }) => role);
  const { path, actions }: View = VIEWS[view];
  const { query, items } = usePages<AnyEntry>(`/api/${path}`, { communityId: community });
  const offered = actions.filter((action) => action.roles.some((role) => roles.includes(role)));
  return (
    <section>
      <div className="filters">
        <Select
          aria-label={t('activities.community')}
          placeholder={t('activities.community')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={communities.length === 0 ? undefined : community}
          options={communities}
          onChange={(chosen: string | undefined) => void navigate({ search: { view, community: chosen } })}
        />
        {offered.map(({ name, form }) => (
          <SheetButton
            key={name}
            isPrimary
            name={name}
            form={form}
            subject={{ address: '/api', title: t(`activities.view.${view}`) }}
          />
        ))}
      </div>
      <LoadState query={query}>
        {items.length === 0 && <p>{t(`activities.empty.${view}`)}</p>}
        <ul className="plain">
          {items.map((entry) => (
            <EntryLine key={entry.id} view={view} entry={entry} />
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
