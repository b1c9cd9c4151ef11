import type { DepartmentKind } from '@hsl/contracts/department-kinds';

export interface DepartmentSeed {
  /** The id is the tenant's prefix and this code: ZX-CGJ. */
  code: string;
  name: string;
  kind: DepartmentKind;
}

/** The 22 departments of domain 6; the first three are named in the article. */
export const DEPARTMENT_TABLE = [
  { code: 'SFJ', name: '司法局', kind: 'bureau' },
  { code: 'ZJJ', name: '住建局', kind: 'bureau' },
  { code: 'XFJ', name: '信访局', kind: 'bureau' },
  { code: 'ZRJ', name: '自然资源和规划局', kind: 'bureau' },
  { code: 'BDC', name: '不动产登记中心', kind: 'bureau' },
  { code: 'SWJ', name: '税务局', kind: 'bureau' },
  { code: 'CZJ', name: '财政局', kind: 'bureau' },
  { code: 'CGJ', name: '城管局', kind: 'bureau' },
  { code: 'MZJ', name: '民政局', kind: 'bureau' },
  { code: 'WJW', name: '卫健委', kind: 'bureau' },
  { code: 'JTJ', name: '教体局', kind: 'bureau' },
  { code: 'WGL', name: '文广旅局', kind: 'bureau' },
  { code: 'SCJ', name: '市场监管局', kind: 'bureau' },
  { code: 'SWUJ', name: '商务局', kind: 'bureau' },
  { code: 'GAJ', name: '公安分局', kind: 'bureau' },
  { code: 'JJD', name: '交警大队', kind: 'brigade' },
  { code: 'XFD', name: '消防救援大队', kind: 'brigade' },
  { code: 'YJJ', name: '应急管理局', kind: 'bureau' },
  { code: 'GDG', name: '供电公司', kind: 'utility' },
  { code: 'GSG', name: '供水公司', kind: 'utility' },
  { code: 'RQG', name: '燃气公司', kind: 'utility' },
  { code: 'SQB', name: '街道社区事务办', kind: 'office' },
] as const satisfies readonly DepartmentSeed[];

export type DepartmentCode = (typeof DEPARTMENT_TABLE)[number]['code'];
