import type { AccountPost } from '@hsl/contracts/schemas/users';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../blow/use-places.js';
import { useNameOf } from '../../names/use-names.js';

/** "社区工作者（聂寨社区）": a role with the place it is held for. */
export function usePostText(): (post: AccountPost) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const communities = useCommunities();
  const community = (id: string): string => communities.find(({ value }) => value === id)?.label ?? id;
  return ({ role, communityIds = [], departmentId, memberId }) => {
    const places = [
      ...(departmentId === undefined ? [] : [nameOf('department', departmentId)]),
      ...(memberId === undefined ? [] : [nameOf('member', memberId)]),
      ...communityIds.map(community),
    ];
    const said = t(`role.${role}`);
    return places.length === 0 ? said : t('people.post', { role: said, places: places.join(t('rules.and')) });
  };
}
