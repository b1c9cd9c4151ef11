import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';

/** One matter of a queue: its number, its place, how urgent it is, and the time left. */
export function MatterLine({ matter }: { matter: LiveMatter }) {
  const { t } = useTranslation();
  const { number, communityName, communityId, grade, dueAt } = matter;
  return (
    <>
      <strong>{number}</strong>
      <span>{communityName ?? communityId}</span>
      <span>{t(`grade.${grade}`)}</span>
      {dueAt !== undefined && <Countdown dueAt={dueAt} />}
    </>
  );
}
