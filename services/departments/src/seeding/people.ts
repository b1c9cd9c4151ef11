import { DEPARTMENT_POSTS, type DepartmentPost } from '@hsl/contracts/department-kinds';
import { DEPARTMENT_TABLE } from './department-table.js';
import { PEOPLE_TABLE } from './people-table.js';

export interface PersonSeed {
  /** The user's id. */
  id: string;
  departmentId: string;
  name: string;
  post: DepartmentPost;
}

/** Another subdistrict than those of the demonstration borrows the names of the first. */
const LENDER = 'zx';

/** Three invented people per department, the same on every machine. */
export const peopleOf = (subdistrictId: string): PersonSeed[] =>
  DEPARTMENT_TABLE.flatMap(({ code }) => {
    const names = (PEOPLE_TABLE[code][subdistrictId] ?? PEOPLE_TABLE[code][LENDER]!).split(' ');
    return DEPARTMENT_POSTS.map((post, rank) => ({
      id: `${subdistrictId}-${post.toLowerCase()}-${code.toLowerCase()}`,
      departmentId: departmentIdOf(subdistrictId, code),
      name: names[rank]!,
      post,
    }));
  });

export const departmentIdOf = (subdistrictId: string, code: string): string => `${subdistrictId.toUpperCase()}-${code}`;
