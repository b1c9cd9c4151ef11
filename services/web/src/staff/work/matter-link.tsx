import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCategoryName } from '../names/use-names.js';

/** The way to a matter: first what a row is about, then which matter it is and where. */
export function MatterLink({ matter, lead }: { matter: LiveMatter; lead: string | undefined }) {
  const { t } = useTranslation();
  const categoryName = useCategoryName();
  const { number, communityName, communityId, categoryCode, grade } = matter;
  return (
    <Link to="/whistles/$number" params={{ number }}>
      <strong>{lead}</strong> {number}
      <span>{communityName ?? communityId}</span>
      <span>{categoryName(categoryCode)}</span>
      <span>{t(`grade.${grade}`)}</span>
    </Link>
  );
}
