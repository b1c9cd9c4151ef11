const SURNAMES = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜');
const GIVEN = [
  ...['建国', '淑兰', '志强', '桂英', '海燕', '文博', '雅琴', '国栋', '晓梅', '永安', '思远', '丽华', '振宇', '春燕'],
  ...['明哲', '秀珍', '立新', '玉洁', '浩然', '慧敏', '广平', '佳宁', '德海', '若楠', '承志', '美玲', '学文'],
];

/** Steps that share no factor with the list lengths, so that every pair comes up before one repeats. */
const SURNAME_STEP = 5;

/** The invented name of the n-th person; the same on every machine. */
export function demoName(index: number): string {
  const surname = SURNAMES[(index * SURNAME_STEP) % SURNAMES.length] ?? '';
  return surname + (GIVEN[index % GIVEN.length] ?? '');
}
