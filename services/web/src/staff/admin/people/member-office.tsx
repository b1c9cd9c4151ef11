import type { User } from '@hsl/contracts/schemas/users';
import { useTranslation } from 'react-i18next';
import { SheetButton } from '../../actions/sheet-button.js';

/** A member who leaves office (domain 4.5): nothing that waits for them is forgotten. Of the account the form above decides. */
export function MemberOffice({ user: { name, posts } }: { user: Pick<User, 'name' | 'posts'> }) {
  const { t } = useTranslation();
  const memberIds = new Set(posts.flatMap(({ memberId }) => memberId ?? []));
  return [...memberIds].map((memberId) => (
    <section key={memberId}>
      <h2>{t('people.member', { id: memberId })}</h2>
      <p>{t('people.member.effect')}</p>
      <SheetButton
        name="member.depart"
        form={{ path: 'departure', fields: [] }}
        on={memberId}
        subject={{ address: `/api/members/${encodeURIComponent(memberId)}`, title: name }}
      />
    </section>
  ));
}
