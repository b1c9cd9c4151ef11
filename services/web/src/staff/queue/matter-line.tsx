import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import { useCategoryName } from '../names/use-names.js';

/** One matter of a queue: the time left and how urgent it is, then what and where it is. */
export function MatterLine({ matter }: { matter: LiveMatter }) {
  const { t } = useTranslation();
  const categoryName = useCategoryName();
  const { number, communityName, communityId, categoryCode, kind, grade, dueAt } = matter;
  return (
    <>
      <span className="first">
        {dueAt !== undefined && <Countdown dueAt={dueAt} />}
        {kind !== undefined && <span>{t(`blow.kind.${kind}`)}</span>}
        <span>{t(`grade.${grade}`)}</span>
      </span>
      <span>{number}</span>
      <span>{communityName ?? communityId}</span>
      <span>{categoryName(categoryCode)}</span>
    </>
  );
}
