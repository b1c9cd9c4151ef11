import type { Brand } from '@hsl/platform/brand';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** A document of the portal with the name the platform has here (S2): the title before any script runs, and for the script. */
export const brandedPage = (html: string, { zh, en }: Brand): string =>
  html
    .replace(/<title>.*?<\/title>/, () => `<title>${escaped(zh)}</title>`)
    .replace(/(<meta name="brand-zh" content=")[^"]*/, (_all, start: string) => start + escaped(zh))
    .replace(/(<meta name="brand-en" content=")[^"]*/, (_all, start: string) => start + escaped(en));
