import type { DepartmentKind, DepartmentPost } from '@hsl/contracts/department-kinds';
import type { Words } from '../../words/words.js';

const KINDS: Record<`departmentKind.${DepartmentKind}`, readonly [string, string]> = {
  'departmentKind.bureau': ['职能部门', 'bureau'],
  'departmentKind.brigade': ['值守队伍', 'brigade'],
  'departmentKind.utility': ['公共服务企业', 'supply company'],
  'departmentKind.office': ['街道科室', 'office of the subdistrict'],
};

const POSTS: Record<`departmentPost.${DepartmentPost}`, readonly [string, string]> = {
  'departmentPost.handler': ['经办人', 'handler'],
  'departmentPost.deputyHead': ['分管负责人', 'deputy head'],
  'departmentPost.head': ['主要负责人', 'head'],
};

export const DEPARTMENTS_WORDS = {
  ...KINDS,
  ...POSTS,
  'department.title': ['本单位', 'My unit'],
  'department.all': ['单位', 'Departments'],
  'department.load': ['手上的任务', 'What it has at hand'],
  'department.openTasks': ['在办任务', 'Open tasks'],
  'department.overdueTasks': ['已超时', 'Late'],
  'department.yellow': ['黄牌', 'Yellow cards'],
  'department.red': ['红牌', 'Red cards'],
  'department.open': ['在办的哨件', 'Open whistles'],
  'department.light': ['本期亮灯', 'Light of this period'],
  'department.light.red': ['红灯', 'red'],
  'department.light.amber': ['黄灯', 'amber'],
  'department.light.green': ['绿灯', 'green'],
  'department.figures': ['成绩', 'Figures'],
  'department.figures.none': [
    '本期没有到期任务，暂无成绩。',
    'Nothing was due in this period; there are no figures yet.',
  ],
  'department.byCommunity': ['各社区居民的满意率', 'Satisfaction of residents by community'],
  'department.ratings': ['社区评分（至今）', 'Ratings by communities (so far)'],
  'department.ratings.none': ['还没有社区评分。', 'No community has rated it yet.'],
  'department.ratings.average': ['平均 {{average}} 分', '{{average}} of 5 on average'],
  'department.ratings.one': ['{{score}} 分', '{{score}} of 5'],
  'department.people': ['人员', 'People'],
  'department.name': ['姓名', 'Name'],
  'department.post': ['岗位', 'Post'],
  'department.away': ['请假', 'Away'],
  'department.awayLine': ['{{from}} 至 {{to}}，由{{name}}代办', '{{from}} to {{to}}, {{name}} stands in'],
  'department.handOver': ['代办与移交', 'Who takes over'],
  'do.handler.setAbsence': ['设置请假与代办', 'Set an absence'],
  'do.departmentTask.assignHandler': ['移交在办', 'Hand over what is open'],
  'field.substituteId': ['由谁代办', 'Who stands in'],
  'field.toHandlerId': ['交给谁', 'To whom'],
} as const satisfies Words;
