/**
 * What a member can bring, and what a category asks for (S51). Codes in data and events, words where people read them.
 * Add here first, use after.
 */
export const SKILLS = {
  law: { zh: '法律', en: 'law' },
  property: { zh: '物业管理', en: 'property management' },
  fire: { zh: '消防', en: 'fire safety' },
  elevator: { zh: '电梯', en: 'elevators' },
  traffic: { zh: '交通', en: 'traffic' },
  finance: { zh: '财务金融', en: 'finance' },
  health: { zh: '医疗卫生', en: 'health' },
  education: { zh: '教育', en: 'education' },
  elderCare: { zh: '养老服务', en: 'care of the elderly' },
  culture: { zh: '文化体育', en: 'culture and sport' },
  business: { zh: '企业经营', en: 'business' },
  environment: { zh: '环境绿化', en: 'environment' },
  engineering: { zh: '工程建设', en: 'engineering' },
  mediation: { zh: '矛盾调解', en: 'mediation' },
  publicService: { zh: '公益服务', en: 'public service' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type SkillCode = keyof typeof SKILLS;
export const SKILL_CODES = Object.keys(SKILLS) as [SkillCode, ...SkillCode[]];

export const isSkillCode = (code: string): code is SkillCode => Object.hasOwn(SKILLS, code);
