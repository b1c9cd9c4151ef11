import type { SkillCode } from '@hsl/contracts/skills';

/** Invented people (domain §6), in the order of their numbers; each subdistrict has its own, as its accounts have. */

export interface SeedMember {
  sector: string;
  skills: readonly SkillCode[];
  level: 'district' | 'city';
}

/** Sectors in the numbers of domain §6: 经济 5, 工商联 3, 教育 3, 医药卫生 3, … */
export const MEMBERS: readonly SeedMember[] = [
  { sector: '经济', skills: ['business', 'finance'], level: 'city' },
  { sector: '法律', skills: ['law', 'mediation'], level: 'city' },
  { sector: '工商联', skills: ['business', 'property'], level: 'district' },
  { sector: '科技', skills: ['fire', 'engineering'], level: 'district' },
  { sector: '教育', skills: ['education', 'culture'], level: 'district' },
  { sector: '医药卫生', skills: ['health', 'elderCare'], level: 'district' },
  { sector: '社会福利和社会保障', skills: ['elderCare', 'publicService'], level: 'district' },
  { sector: '经济', skills: ['property', 'engineering', 'elevator'], level: 'district' },
  { sector: '经济', skills: ['finance'], level: 'district' },
  { sector: '妇联', skills: ['mediation', 'publicService'], level: 'district' },
  { sector: '文化艺术', skills: ['culture'], level: 'district' },
  { sector: '工商联', skills: ['business'], level: 'district' },
  { sector: '医药卫生', skills: ['health'], level: 'district' },
  { sector: '经济', skills: ['traffic', 'engineering'], level: 'district' },
  { sector: '教育', skills: ['education'], level: 'district' },
  { sector: '法律', skills: ['law'], level: 'district' },
  { sector: '农业', skills: ['environment'], level: 'district' },
  { sector: '科技', skills: ['elevator', 'engineering'], level: 'district' },
  { sector: '工商联', skills: ['property', 'fire'], level: 'district' },
  { sector: '医药卫生', skills: ['health', 'elderCare'], level: 'city' },
  { sector: '社会福利和社会保障', skills: ['publicService', 'elderCare'], level: 'district' },
  { sector: '教育', skills: ['education', 'publicService'], level: 'district' },
  { sector: '经济', skills: ['business', 'finance', 'traffic'], level: 'district' },
  { sector: '文化艺术', skills: ['culture', 'education'], level: 'district' },
];

/** Fields of the eight experts. */
export const EXPERT_FIELDS = [
  'law',
  'surveying',
  'elevator',
  'fire',
  'finance',
  'nursing',
  'planning',
  'catering',
] as const;

const names = (text: string): string[] => text.split(' ');

/** Members first, then experts. */
export const NAMES: Readonly<Record<string, readonly string[]>> = {
  zx: [
    ...names('姜承志 周美玲 陈学文 韩建国 许淑兰 孔志强 魏桂英 孙海燕 王文博 蒋雅琴 秦国栋 施晓梅'),
    ...names('华永安 赵思远 吴丽华 褚振宇 杨春燕 何明哲 曹秀珍 陶立新 李玉洁 冯浩然 沈慧敏 尤广平'),
    ...names('张佳宁 金德海 钱若楠 郑承志 卫美玲 朱学文 吕建国 严淑兰'),
  ],
  ys: [
    ...names('冯丽华 沈振宇 尤春燕 张明哲 金秀珍 钱立新 郑玉洁 卫浩然 朱慧敏 吕广平 严佳宁 姜德海'),
    ...names('周若楠 陈承志 韩美玲 许学文 孔建国 魏淑兰 孙志强 王桂英 蒋海燕 秦文博 施雅琴 华国栋'),
    ...names('赵晓梅 吴永安 褚思远 杨丽华 何振宇 曹春燕 陶明哲 李秀珍'),
  ],
};
