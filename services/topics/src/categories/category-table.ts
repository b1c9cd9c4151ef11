import type { Grade } from '@hsl/contracts/grades';
import type { SkillCode } from '@hsl/contracts/skills';

export interface ClassRow {
  code: string;
  name: string;
  nameEn: string;
  items: readonly ItemRow[];
}

export interface ItemRow {
  code: string;
  name: string;
  nameEn: string;
  defaultGrade: Grade;
  /** The weightiest first. */
  skills: readonly SkillCode[];
}

/**
 * Six classes, fifteen items (S37, domain 6). The default grade is what the clock accepts a whistle with; no category
 * is an emergency by itself, so none is G1 or G2.
 */
export const CATEGORY_TABLE: readonly ClassRow[] = [
  {
    ...{ code: 'A', name: '居家养老与社会保障', nameEn: 'Care of the elderly and social security' },
    items: [
      {
        code: 'A1',
        name: '日间照料与助餐',
        nameEn: 'Day care and meals',
        defaultGrade: 'G3',
        skills: ['elderCare', 'health', 'publicService'],
      },
      {
        code: 'A2',
        name: '困难帮扶与救助',
        nameEn: 'Help for people in need',
        defaultGrade: 'G3',
        skills: ['publicService', 'elderCare', 'law'],
      },
      {
        code: 'A3',
        name: '医疗健康服务',
        nameEn: 'Health services',
        defaultGrade: 'G3',
        skills: ['health', 'elderCare', 'publicService'],
      },
    ],
  },
  {
    ...{ code: 'B', name: '物业管理与楼院治理', nameEn: 'Property management and housing estates' },
    items: [
      {
        code: 'B1',
        name: '无主管楼院',
        nameEn: 'Estates without a manager',
        defaultGrade: 'G4',
        skills: ['property', 'law', 'mediation'],
      },
      {
        code: 'B2',
        name: '物业服务纠纷',
        nameEn: 'Disputes over property services',
        defaultGrade: 'G3',
        skills: ['property', 'mediation', 'law'],
      },
      {
        code: 'B3',
        name: '房屋质量与维修资金',
        nameEn: 'Quality of buildings and repair funds',
        defaultGrade: 'G4',
        skills: ['engineering', 'property', 'finance'],
      },
    ],
  },
  {
    ...{ code: 'C', name: '交通出行', nameEn: 'Getting about' },
    items: [
      {
        code: 'C1',
        name: '非机动车停放充电',
        nameEn: 'Parking and charging of bicycles and e-bikes',
        defaultGrade: 'G3',
        skills: ['traffic', 'fire', 'property'],
      },
      {
        code: 'C2',
        name: '机动车停车与小区道路',
        nameEn: 'Car parking and roads in estates',
        defaultGrade: 'G3',
        skills: ['traffic', 'property', 'engineering'],
      },
      {
        code: 'C3',
        name: '加装电梯与无障碍',
        nameEn: 'Added elevators and barrier-free access',
        defaultGrade: 'G4',
        skills: ['elevator', 'engineering', 'mediation'],
      },
    ],
  },
  {
    ...{ code: 'D', name: '城市品质', nameEn: 'Quality of the town' },
    items: [
      {
        code: 'D1',
        name: '环境卫生与绿化',
        nameEn: 'Cleanliness and greenery',
        defaultGrade: 'G3',
        skills: ['environment', 'publicService'],
      },
      {
        code: 'D2',
        name: '市政管网与公共设施',
        nameEn: 'Mains and public facilities',
        defaultGrade: 'G4',
        skills: ['engineering', 'environment', 'fire'],
      },
    ],
  },
  {
    ...{ code: 'E', name: '权属与法治', nameEn: 'Title and rule of law' },
    items: [
      {
        code: 'E1',
        name: '不动产登记历史遗留',
        nameEn: 'Old cases of real estate registration',
        defaultGrade: 'G4',
        skills: ['law', 'finance', 'property'],
      },
      {
        code: 'E2',
        name: '矛盾调解与法律服务',
        nameEn: 'Mediation and legal services',
        defaultGrade: 'G3',
        skills: ['mediation', 'law'],
      },
    ],
  },
  {
    ...{ code: 'F', name: '文体教育与营商', nameEn: 'Culture, sport, education and business' },
    items: [
      {
        code: 'F1',
        name: '文体设施与青少年成长',
        nameEn: 'Sports grounds, culture and growing up',
        defaultGrade: 'G3',
        skills: ['education', 'culture', 'publicService'],
      },
      {
        code: 'F2',
        name: '营商环境与行业发展',
        nameEn: 'Business climate and trades',
        defaultGrade: 'G3',
        skills: ['business', 'finance', 'law'],
      },
    ],
  },
];
