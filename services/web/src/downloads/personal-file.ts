import type { PersonalDataPart, PersonalSection } from '@hsl/contracts/schemas/personal-data';

/** What all services answered, as one. */
export const sectionsOf = (parts: readonly PersonalDataPart[]): PersonalSection[] =>
  parts.flatMap(({ sections }) => sections);

/** A file that people and programs read: sections and fields under the names that the page shows. */
export function personalFile(sections: readonly PersonalSection[]): Blob {
  const told = sections.map(({ title, entries }) => [
    title,
    // A field may come several times, such as photos: then its values are a list.
    entries.map((fields) => Object.fromEntries(fields.map(({ label }) => [label, valuesOf(fields, label)]))),
  ]);
  return new Blob([JSON.stringify(Object.fromEntries(told), undefined, 2)], { type: 'application/json' });
}

function valuesOf(fields: PersonalSection['entries'][number], label: string): string | string[] {
  const values = fields.filter((field) => field.label === label).map(({ value }) => value);
  return values.length === 1 ? values[0]! : values;
}
