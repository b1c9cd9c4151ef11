import type { DepartmentCode } from './department-table.js';

export interface RoutingSeed {
  categoryCode: string;
  lead: DepartmentCode;
  supporting: readonly DepartmentCode[];
  reason: string;
  reasonEn: string;
}

/**
 * Who leads and who supports, for the 15 items of domain 6. Where a case of the article (K1 to K10) belongs to an item,
 * its units are the row; the others follow from what the units are there for.
 */
export const ROUTING_SEED_TABLE: readonly RoutingSeed[] = [
  {
    categoryCode: 'A1',
    lead: 'MZJ',
    supporting: ['WJW', 'XFD'],
    reason: '养老服务由民政局主管；医养结合由卫健委指导，场所消防由消防救援大队把关。',
    reasonEn: 'Civil affairs runs care for the elderly; health advises on nursing, the fire brigade on the premises.',
  },
  {
    categoryCode: 'A2',
    lead: 'MZJ',
    supporting: ['SQB', 'WJW', 'YJJ'],
    reason: '困难帮扶与救助由民政局主管；街道社区事务办核实情况，医疗和应急救助由卫健委、应急管理局配合。',
    reasonEn:
      'Civil affairs gives social relief; the subdistrict checks the need, health and emergency management help.',
  },
  {
    categoryCode: 'A3',
    lead: 'WJW',
    supporting: ['MZJ', 'SQB'],
    reason: '医疗健康服务由卫健委主管；困难对象由民政局认定，街道社区事务办组织到户。',
    reasonEn: 'Health leads; civil affairs names those in need, the subdistrict brings the service to the door.',
  },
  {
    categoryCode: 'B1',
    lead: 'ZJJ',
    supporting: ['SQB', 'CGJ'],
    reason: '无主管楼院引入物业由住建局指导；业主表决由街道社区事务办组织，环境秩序由城管局整治。',
    reasonEn:
      'Housing guides the search for a manager; the subdistrict runs the owners’ vote, urban management tidies up.',
  },
  {
    categoryCode: 'B2',
    lead: 'ZJJ',
    supporting: ['SQB', 'SCJ', 'SFJ'],
    reason: '物业服务由住建局监管；收费争议由市场监管局核查，纠纷由司法局调解，街道社区事务办协调业主。',
    reasonEn:
      'Housing supervises managers; market regulation checks fees, justice mediates, the subdistrict talks to owners.',
  },
  {
    categoryCode: 'B3',
    lead: 'ZJJ',
    supporting: ['CZJ', 'SQB'],
    reason: '房屋质量与维修资金由住建局主管；资金拨付由财政局配合，街道社区事务办组织业主意见。',
    reasonEn:
      'Housing is in charge of defects and repair funds; finance pays out, the subdistrict collects owners’ views.',
  },
  {
    categoryCode: 'C1',
    lead: 'CGJ',
    supporting: ['XFD', 'GDG'],
    reason: '公共区域非机动车停放由城管局管理；飞线充电有火灾危险，由消防救援大队检查，充电设施由供电公司接电。',
    reasonEn:
      'Urban management runs bicycle parking; charging is a fire risk for the brigade and needs the power company.',
  },
  {
    categoryCode: 'C2',
    lead: 'JJD',
    supporting: ['CGJ', 'ZJJ', 'SQB'],
    reason: '机动车停车秩序由交警大队管理；道路外停放由城管局整治，小区道路由住建局指导，街道社区事务办组织居民协商。',
    reasonEn:
      'Traffic police order car parking; urban management, housing and the subdistrict see to places off the road.',
  },
  {
    categoryCode: 'C3',
    lead: 'ZJJ',
    supporting: ['ZRJ', 'SCJ', 'CZJ', 'GDG'],
    reason:
      '加装电梯由住建局牵头；规划由自然资源和规划局审查，电梯安全由市场监管局监督，补贴由财政局落实，用电由供电公司保障。',
    reasonEn:
      'Housing leads lifts; planning reviews, market regulation checks safety, finance subsidises, power connects.',
  },
  {
    categoryCode: 'D1',
    lead: 'CGJ',
    supporting: ['SQB', 'ZRJ'],
    reason: '环境卫生与绿化由城管局负责；街道社区事务办组织清理，绿地用途由自然资源和规划局核定。',
    reasonEn: 'Urban management cleans and plants; the subdistrict organises, planning rules on the use of green land.',
  },
  {
    categoryCode: 'D2',
    lead: 'CGJ',
    supporting: ['GSG', 'GDG', 'RQG', 'ZJJ'],
    reason: '市政设施由城管局统一协调；管线按权属由供水、供电、燃气公司抢修，住建局配合。',
    reasonEn: 'Urban management coordinates; water, power and gas companies repair their own lines, housing assists.',
  },
  {
    categoryCode: 'E1',
    lead: 'ZJJ',
    supporting: ['SFJ', 'XFJ', 'ZRJ', 'BDC', 'SWJ', 'CZJ', 'XFD', 'CGJ', 'GAJ', 'SQB'],
    reason: '不动产登记历史遗留问题由住建局牵头专班；土地、登记、税费、资金、验收等环节由各单位分别补齐。',
    reasonEn:
      'Housing leads a task force on old registration cases; land, registry, tax, funds and approvals each add their part.',
  },
  {
    categoryCode: 'E2',
    lead: 'SFJ',
    supporting: ['XFJ', 'GAJ', 'SQB'],
    reason: '矛盾调解与法律服务由司法局主管；信访事项由信访局对接，治安由公安分局处置，街道社区事务办到场。',
    reasonEn: 'Justice mediates and advises; petitions, police and the subdistrict office take part.',
  },
  {
    categoryCode: 'F1',
    lead: 'JTJ',
    supporting: ['WGL', 'CZJ', 'CGJ'],
    reason: '青少年成长与体育设施由教体局主管；文化设施由文广旅局负责，经费由财政局落实，用地和外观由城管局把关。',
    reasonEn: 'Education and sport lead; culture builds, finance pays, urban management minds the street.',
  },
  {
    categoryCode: 'F2',
    lead: 'SWUJ',
    supporting: ['SCJ', 'CGJ'],
    reason: '营商环境与行业发展由商务局牵头；证照由市场监管局办理，门前秩序由城管局协调。',
    reasonEn: 'Commerce leads; market regulation licenses, urban management sees to the order in front of shops.',
  },
];
