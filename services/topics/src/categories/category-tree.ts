import type { Category, CategoryTree } from '@hsl/contracts/schemas/topics';
import type { ClassWithItems } from './categories.repository.js';

/** The rows as they are answered: each class with its items, and all items in one list. */
export function treeOf(classes: readonly ClassWithItems[]): CategoryTree {
  const tree = classes.map(({ code, name, nameEn, categories }) => ({
    ...{ code, name, nameEn },
    items: categories.map(categoryOf),
  }));
  return { classes: tree, items: tree.flatMap(({ items }) => items) };
}

/** An item as it is answered. */
export function categoryOf(row: ClassWithItems['categories'][number]): Category {
  const { code, classCode, name, nameEn, active, version } = row;
  return {
    ...{ code, classCode, name, nameEn, active, version },
    // Texts in the table, written by the seed from the same unions.
    defaultGrade: row.defaultGrade as Category['defaultGrade'],
    skills: row.skills as Category['skills'],
  };
}
