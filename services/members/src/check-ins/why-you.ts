import { isSkillCode, SKILLS } from '@hsl/contracts/skills';
import type { PickReason } from '@hsl/domain/member-ranking';
import type { Locale } from '@hsl/platform/locale';

type Sentence = (reason: PickReason, community: string) => string;

const skillNames = ({ skillsMatched }: PickReason, language: 'zh' | 'en'): string[] =>
  skillsMatched.map((code) => (isSkillCode(code) ? SKILLS[code][language] : code));

const ZH: Sentence[] = [
  ({ postedHere }, community) => (postedHere ? `您负责联系${community}` : `联系${community}的委员都已请过，所以请到您`),
  (reason) =>
    reason.skillsMatched.length > 0 ? `您的专长（${skillNames(reason, 'zh').join('、')}）用得上` : '这件事不限专长',
  ({ openLoad }) => (openLoad > 0 ? `您手上还有 ${openLoad} 件报到` : '您手上没有别的报到'),
  ({ rank }) => `在可请的委员中排第 ${rank} 位`,
];

const EN: Sentence[] = [
  ({ postedHere }, community) =>
    postedHere ? `you are posted to ${community}` : `the members posted to ${community} have been asked already`,
  (reason) =>
    reason.skillsMatched.length > 0
      ? `you know about ${skillNames(reason, 'en').join(', ')}`
      : 'no special skill is asked',
  ({ openLoad }) => (openLoad > 0 ? `you have ${openLoad} other open check-in(s)` : 'you have no other check-in open'),
  ({ rank }) => `you are number ${rank} of those who could be asked`,
];

/**
 * Why this member was picked (domain 4.2 ASSIGNING), in the order in which the choice was made: posting, skill, load.
 * @param community its name, or its id while the name is not known here
 */
export function whyYou(reason: PickReason, community: string, locale: Locale): string {
  const said = (sentences: Sentence[]): string[] => sentences.map((sentence) => sentence(reason, community));
  if (locale === 'en') {
    const text = said(EN).join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }
  return `${said(ZH).join('；')}。`;
}
