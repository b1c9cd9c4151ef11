import type { Session } from '@hsl/contracts/schemas/sessions';
import { useTranslation } from 'react-i18next';
import { useTopicTitle } from '../topics/use-topics.js';

/** Why a session is held and on what: the number of the whistle or the title of the topic. */
export function useAbout(): (session: Session) => string {
  const { t } = useTranslation();
  const titleOf = useTopicTitle();
  return ({ purpose, number, topicId }) =>
    t('sessions.one', { purpose: t(`sessionPurpose.${purpose}`), about: number ?? titleOf(topicId) ?? '' });
}
