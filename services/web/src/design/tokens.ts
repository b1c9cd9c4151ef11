/** The one home of colours, type and space (DESIGN.md): feeds the style sheets, the component library and the charts. */

export const LIGHT = {
  surface: '#FFFFFF',
  page: '#F4F6F8',
  ink: '#16202A',
  ink2: '#465361',
  hint: '#5B6875',
  controlEdge: '#7A8794',
  line: '#D8DEE4',
  accent: '#0F5C8C',
  accentDeep: '#0A4368',
  accentTint: '#E5F0F7',
  problem: '#7A2F66',
  problemTint: '#F6EBF3',
  cardYellow: '#F5BE0B',
  cardYellowEdge: '#7A5C00',
  cardRed: '#B3231A',
  onCardRed: '#FFFFFF',
  lightGreen: '#1F7A4D',
};
export type Palette = typeof LIGHT;

/** For a wall that is read from four metres. */
export const WALL: Palette = {
  ...LIGHT,
  surface: '#142536',
  page: '#0C1723',
  ink: '#F1F5F9',
  ink2: '#B3C1CE',
  hint: '#B3C1CE',
  controlEdge: '#5D7286',
  line: '#2A3D50',
  accent: '#7CC0EE',
  accentDeep: '#A9D6F5',
  accentTint: '#1B3247',
  cardYellowEdge: '#F5BE0B',
  cardRed: '#CC3B31',
  lightGreen: '#5CC894',
};

export const FONT_FAMILY = [
  ...['"PingFang SC"', '"HarmonyOS Sans SC"', '"MiSans"', '"Microsoft YaHei UI"', '"Microsoft YaHei"'],
  ...['"Noto Sans CJK SC"', '"Source Han Sans SC"', 'system-ui', 'sans-serif'],
].join(',');

/** `cardYellow` becomes `--card-yellow`. */
const variableName = (token: string): string => `--${token.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;

/** Makes the tokens known to the style sheets of this page. */
export function applyTokens(palette: Palette): void {
  const { style } = document.documentElement;
  for (const [token, value] of Object.entries(palette)) style.setProperty(variableName(token), value);
  style.setProperty('--font-family', FONT_FAMILY);
}
