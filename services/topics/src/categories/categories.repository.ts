import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Category, CategoryClass } from '../generated/prisma/client.js';

export type ClassWithItems = CategoryClass & { categories: Category[] };

/** A subdistrict has six classes; a hundred would be another product. */
const MOST_CLASSES = 100;

@Injectable()
export class CategoriesRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** Classes with their items, both by code. */
  classesOf(subdistrictId: string): Promise<ClassWithItems[]> {
    return this.database.forTenant(subdistrictId).categoryClass.findMany({
      where: { subdistrictId },
      include: { categories: { orderBy: { code: 'asc' }, take: MOST_CLASSES } },
      orderBy: { code: 'asc' },
      take: MOST_CLASSES,
    });
  }

  /** Whether a new matter may name it. */
  async isActive(subdistrictId: string, code: string): Promise<boolean> {
    const found = await this.database.forTenant(subdistrictId).category.findUnique({
      where: { subdistrictId_code: { subdistrictId, code } },
      select: { active: true },
    });
    return found?.active ?? false;
  }
}
