import type { NoticeAudience } from '@hsl/contracts/schemas/notice-rules';
import type { TFunction } from 'i18next';
import { isAnybody } from './rule-lines.js';

/** An audience in words: its roles, and for what they must hold them. */
export const audienceText = (audience: NoticeAudience, t: TFunction): string =>
  isAnybody(audience)
    ? t('noticeRules.anybody')
    : t(`noticeRules.of.${audience.of}`, {
        roles: audience.roles.map((role) => t(`role.${role}`)).join(t('rules.and')),
      });

/** Several, one after the other; a dash where nobody is told. */
export const audiencesText = (audiences: readonly NoticeAudience[], t: TFunction): string =>
  audiences.length === 0 ? '–' : audiences.map((one) => audienceText(one, t)).join(t('noticeRules.semicolon'));
