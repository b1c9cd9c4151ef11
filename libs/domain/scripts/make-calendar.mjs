/**
 * Makes calendar/china.json: every official exception to Monday–Friday that is known. Run it after a new holiday
 * notice (and a new release of chinese-days), raise VERSION, and commit the result:
 *   node libs/domain/scripts/make-calendar.mjs            writes the file
 *   node libs/domain/scripts/make-calendar.mjs --print    prints it instead
 * The package's data file is read, not its functions: those depend on the machine's time zone and answer for unknown
 * years as if they were known.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const VERSION = 1;

/** The calendar finally in force where a later notice changed the first one. */
const AMENDMENTS = {
  // Labour Day 2019 as amended: off 1 to 4 May, working on 28 April and 5 May.
  holidays: ['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04', '2020-01-31', '2020-02-01', '2020-02-02'],
  // Spring Festival 2020 as extended nationally to 2 February: 1 February was no longer a working day.
  makeUpWorkdays: ['2019-04-28', '2019-05-05'],
};

const source = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
);
const amended = [...AMENDMENTS.holidays, ...AMENDMENTS.makeUpWorkdays];
const withAmendments = (dates, added) =>
  [...new Set([...dates.filter((date) => !amended.includes(date)), ...added])].sort();

const holidays = withAmendments(Object.keys(source.holidays), AMENDMENTS.holidays);
const makeUpWorkdays = withAmendments(Object.keys(source.workdays), AMENDMENTS.makeUpWorkdays);
const years = holidays.map((date) => Number(date.slice(0, 4)));

const byYear = (dates) =>
  [...new Set(years)]
    .map((year) =>
      dates
        .filter((date) => date.startsWith(`${year}-`))
        .map((date) => JSON.stringify(date))
        .join(', '),
    )
    .filter((line) => line !== '')
    .map((line) => `    ${line}`)
    .join(',\n');

// One line per year, so that a new year is a diff of two lines.
const text = `{
  "version": ${VERSION},
  "firstYear": ${Math.min(...years)},
  "lastYear": ${Math.max(...years)},
  "holidays": [
${byYear(holidays)}
  ],
  "makeUpWorkdays": [
${byYear(makeUpWorkdays)}
  ]
}
`;

if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(new URL('../calendar/china.json', import.meta.url), text);
