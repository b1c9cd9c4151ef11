/** One way to write what people write in several: width, case, numerals, building names. */

const NUMERAL_VALUES: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const MEASURES = '号楼|号院|号|栋|幢|单元|楼|层|户|米|期|区|组|天|周|个月|年|门';
/** Before a measure, or three and more digits in a row as in room 一〇二. */
const NUMERAL = new RegExp(`[零〇一二两三四五六七八九十百]+(?=(?:${MEASURES}))|[零〇一二三四五六七八九]{3,}`, 'gu');
/** 3栋, 3幢, 3#楼, 3# and 3 号楼 are all 3号楼. */
const BUILDING = /(\d)\s*(?:栋楼?|幢楼?|#楼?|号(?=[、,和及]\d+号?楼)|号楼)/gu;
/** A text is told apart by its beginning; what follows costs time and says little. */
const READ_CHARACTERS = 400;

/** 二十三 is 23, 一〇二 is 102; for what counts to less than a thousand. */
function numberOf(numeral: string): string {
  if (!/[十百]/u.test(numeral)) return numeral.replaceAll(/./gu, (one) => String(NUMERAL_VALUES[one]));
  let total = 0;
  let digit: number | undefined;
  for (const one of numeral) {
    if (one !== '十' && one !== '百') digit = NUMERAL_VALUES[one];
    else {
      total += (digit ?? 1) * (one === '十' ? 10 : 100);
      digit = undefined;
    }
  }
  return String(total + (digit ?? 0));
}

/**
 * The text in half width and small letters, 三号楼, ３栋 and 3# as `3号楼`; punctuation stays, it parts words.
 * Only the first 400 characters are read.
 */
export const writtenForm = (text: string): string =>
  text
    .slice(0, READ_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(NUMERAL, numberOf)
    .replaceAll(BUILDING, '$1号楼');
