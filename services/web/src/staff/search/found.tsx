import type { MemberCard } from '@hsl/contracts/schemas/members';
import type { WhistleItem } from '@hsl/contracts/schemas/whistle-answers';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useDepartments } from '../names/use-names.js';
import { useCommunityList, useEstateList } from '../places/use-map.js';
import { usePages } from '../use-pages.js';

interface Asked {
  q: string;
}

type Item = z.output<typeof WhistleItem>;

function Found({ what, n, children }: { what: string; n: number; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t(`search.${what}`)}</h2>
      {n === 0 && <p>{t('search.none')}</p>}
      {children}
    </section>
  );
}

export function FoundWhistles({ q }: Asked) {
  const { t } = useTranslation();
  const { query, items } = usePages<Item>('/api/whistles', { q });
  return (
    <LoadState query={query}>
      <Found what="whistles" n={items.length}>
        <ul className="plain">
          {items.map(({ id, number, state, place, facts }) => (
            <li key={id}>
              <Link to="/whistles/$number" params={{ number }}>
                {number}
              </Link>
              <span>{t(`state.${state}`)}</span>
              <span className="quiet">{[place, facts].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </Found>
    </LoadState>
  );
}

export function FoundMembers({ q }: Asked) {
  const { query, items } = usePages<MemberCard>('/api/members', { q });
  return (
    <LoadState query={query}>
      <Found what="members" n={items.length}>
        <ul className="plain">
          {items.map(({ id, name, sector, communityIds }) => (
            <li key={id}>
              <strong>{name}</strong>
              <span className="quiet">{sector}</span>
              {communityIds.map((code) => (
                <CommunityLink key={code} code={code} />
              ))}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </Found>
    </LoadState>
  );
}

function CommunityLink({ code }: { code: string }) {
  const name = useCommunityList().data?.find(({ id }) => id === code)?.name;
  return (
    <Link to="/communities/$code" params={{ code }}>
      {name ?? code}
    </Link>
  );
}

export function FoundPlaces({ q }: Asked) {
  const communities = useCommunityList().data?.filter(({ id, name }) => name.includes(q) || id === q) ?? [];
  const estates = useEstateList().data?.filter(({ name }) => name.includes(q)) ?? [];
  return (
    <Found what="places" n={communities.length + estates.length}>
      <ul className="plain">
        {communities.map(({ id }) => (
          <li key={id}>
            <CommunityLink code={id} />
          </li>
        ))}
        {estates.map(({ id, name, communityId }) => (
          <li key={id}>
            <Link to="/estates/$id" params={{ id }}>
              {name}
            </Link>
            <CommunityLink code={communityId} />
          </li>
        ))}
      </ul>
    </Found>
  );
}

export function FoundDepartments({ q }: Asked) {
  const departments = useDepartments().filter(({ name }) => name.includes(q));
  return (
    <Found what="departments" n={departments.length}>
      <ul className="plain">
        {departments.map(({ id, name }) => (
          <li key={id}>
            <Link to="/departments/$code" params={{ code: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Found>
  );
}
