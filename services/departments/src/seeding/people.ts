import { DEPARTMENT_POSTS, type DepartmentPost } from '@hsl/contracts/department-kinds';
import { DEPARTMENT_TABLE } from './department-table.js';

export interface PersonSeed {
  /** The user's id. */
  id: string;
  departmentId: string;
  name: string;
  post: DepartmentPost;
}

/** 22 and 3: no surname meets the same given name twice. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋';
const GIVEN_NAMES = [
  ['志远', '海燕', '建国'],
  ['晓东', '丽娟', '卫平'],
  ['立新', '春梅', '永强'],
  ['文博', '秀兰', '振华'],
  ['俊杰', '雪梅', '国栋'],
] as const;

/** Three invented people per department, the same on every machine. */
export const peopleOf = (subdistrictId: string): PersonSeed[] =>
  DEPARTMENT_TABLE.flatMap(({ code }, index) =>
    DEPARTMENT_POSTS.map((post, rank) => ({
      id: `${subdistrictId}-${post.toLowerCase()}-${code.toLowerCase()}`,
      departmentId: departmentIdOf(subdistrictId, code),
      name: `${SURNAMES[(index + rank * 7 + offsetOf(subdistrictId)) % SURNAMES.length]}${GIVEN_NAMES[index % GIVEN_NAMES.length]![rank]}`,
      post,
    })),
  );

export const departmentIdOf = (subdistrictId: string, code: string): string => `${subdistrictId.toUpperCase()}-${code}`;

/** So that the people of two subdistricts are not namesakes in the same office. */
const offsetOf = (subdistrictId: string): number => subdistrictId.charCodeAt(0);
