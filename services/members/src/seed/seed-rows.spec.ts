import { describe, expect, it } from '@jest/globals';
import { isSkillCode } from '@hsl/contracts/skills';
import { expertRows, memberRows, SEEDED_SUBDISTRICTS } from './seed-rows.js';

describe.each(SEEDED_SUBDISTRICTS)('the seed of subdistrict %s', (subdistrictId) => {
  const tenant = subdistrictId.toUpperCase();
  const members = memberRows(subdistrictId);
  const membersOf = (n: number): string[] =>
    members
      .filter(({ communityIds }) => communityIds.includes(`${tenant}${String(n).padStart(2, '0')}`))
      .map(({ id }) => id);

  it('[S25] has 24 members with a name of their own', () => {
    expect(members.map(({ id }) => id)).toEqual(
      Array.from({ length: 24 }, (_, index) => `${tenant}-M${String(index + 1).padStart(2, '0')}`),
    );
    expect(new Set([...members, ...expertRows(subdistrictId)].map(({ name }) => name)).size).toBe(32);
  });

  it('[S26] posts M(2i−1) and M(2i) to community i, and four of them to a second one', () => {
    for (let i = 1; i <= 12; i += 1) {
      expect(membersOf(i)).toEqual([2 * i - 1, 2 * i].map((n) => `${tenant}-M${String(n).padStart(2, '0')}`));
    }
    expect(membersOf(13)).toEqual([`${tenant}-M01`, `${tenant}-M03`]);
    expect(membersOf(14)).toEqual([`${tenant}-M05`, `${tenant}-M07`]);
  });

  it('has the sectors of domain §6 in their numbers', () => {
    const count: Record<string, number> = {};
    for (const { sector } of members) count[sector] = (count[sector] ?? 0) + 1;
    expect(count).toEqual({
      ...{ 经济: 5, 工商联: 3, 教育: 3, 医药卫生: 3, 社会福利和社会保障: 2 },
      ...{ 科技: 2, 文化艺术: 2, 法律: 2, 农业: 1, 妇联: 1 },
    });
  });

  it('gives every member one to three skills that there are', () => {
    for (const { skills } of members) {
      expect(skills.length).toBeGreaterThanOrEqual(1);
      expect(skills.length).toBeLessThanOrEqual(3);
      expect(skills.every(isSkillCode)).toBe(true);
    }
  });

  it('[S67] has one expert for each of eight fields', () => {
    const experts = expertRows(subdistrictId);
    expect(experts.map(({ id }) => id).at(-1)).toBe(`${tenant}-X08`);
    expect(new Set(experts.map(({ field }) => field)).size).toBe(8);
  });
});
