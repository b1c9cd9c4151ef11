import type { DepartmentCode } from './department-table.js';

/**
 * Handler, deputy head and head of each department: invented, and called as their accounts are, since a person meets the
 * own name in the head of the page and in the list of the department.
 */
export const PEOPLE_TABLE: Readonly<Record<DepartmentCode, Readonly<Record<string, string>>>> = {
  SFJ: { zx: '姜志强 周桂英 陈海燕', ys: '冯立新 沈玉洁 尤浩然' },
  ZJJ: { zx: '韩文博 许雅琴 孔国栋', ys: '张慧敏 金广平 钱佳宁' },
  XFJ: { zx: '魏晓梅 孙永安 王思远', ys: '郑德海 卫若楠 朱承志' },
  ZRJ: { zx: '蒋丽华 秦振宇 施春燕', ys: '吕美玲 严学文 姜建国' },
  BDC: { zx: '华明哲 赵秀珍 吴立新', ys: '周淑兰 陈志强 韩桂英' },
  SWJ: { zx: '褚玉洁 杨浩然 何慧敏', ys: '许海燕 孔文博 魏雅琴' },
  CZJ: { zx: '曹广平 陶佳宁 李德海', ys: '孙国栋 王晓梅 蒋永安' },
  CGJ: { zx: '冯若楠 沈承志 尤美玲', ys: '秦思远 施丽华 华振宇' },
  MZJ: { zx: '张学文 金建国 钱淑兰', ys: '赵春燕 吴明哲 褚秀珍' },
  WJW: { zx: '郑志强 卫桂英 朱海燕', ys: '杨立新 何玉洁 曹浩然' },
  JTJ: { zx: '吕文博 严雅琴 姜国栋', ys: '陶慧敏 李广平 冯佳宁' },
  WGL: { zx: '周晓梅 陈永安 韩思远', ys: '沈德海 尤若楠 张承志' },
  SCJ: { zx: '许丽华 孔振宇 魏春燕', ys: '金美玲 钱学文 郑建国' },
  SWUJ: { zx: '孙明哲 王秀珍 蒋立新', ys: '卫淑兰 朱志强 吕桂英' },
  GAJ: { zx: '秦玉洁 施浩然 华慧敏', ys: '严海燕 姜文博 周雅琴' },
  JJD: { zx: '赵广平 吴佳宁 褚德海', ys: '陈国栋 韩晓梅 许永安' },
  XFD: { zx: '杨若楠 何承志 曹美玲', ys: '孔思远 魏丽华 孙振宇' },
  YJJ: { zx: '陶学文 李建国 冯淑兰', ys: '王春燕 蒋明哲 秦秀珍' },
  GDG: { zx: '沈志强 尤桂英 张海燕', ys: '施立新 华玉洁 赵浩然' },
  GSG: { zx: '金文博 钱雅琴 郑国栋', ys: '吴慧敏 褚广平 杨佳宁' },
  RQG: { zx: '卫晓梅 朱永安 吕思远', ys: '何德海 曹若楠 陶承志' },
  SQB: { zx: '严丽华 姜振宇 周春燕', ys: '李美玲 冯学文 沈建国' },
};
