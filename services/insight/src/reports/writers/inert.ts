/** What makes a spreadsheet take a text for a formula, also in full width: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The text as no spreadsheet runs it. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
