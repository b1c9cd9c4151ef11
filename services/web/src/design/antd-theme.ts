import type { ThemeConfig } from 'antd';
import { FONT_FAMILY, type Palette } from './tokens.js';

/** Text and controls at a desk, and on a phone, where each is as large as a thumb (DESIGN.md). */
const SIZES = {
  desk: { fontSize: 14, controlHeight: 32, controlHeightLG: 40 },
  phone: { fontSize: 16, controlHeight: 48, controlHeightLG: 48, controlHeightSM: 44 },
};

/** The component library in our tokens; its own defaults miss the contrast of WCAG AA (white on its blue is 4.1). */
export function antdTheme(palette: Palette, size: keyof typeof SIZES): ThemeConfig {
  const { accent, accentDeep, accentTint, hint, problem, controlEdge, ink, ink2, page, surface } = palette;
  return {
    token: {
      ...{ colorPrimary: accent, colorInfo: accent, colorLink: accent, colorError: problem },
      ...{ colorPrimaryHover: accentDeep, colorLinkHover: accentDeep, colorLinkActive: accentDeep },
      ...{ colorPrimaryBg: accentTint, colorInfoBg: accentTint, colorBorder: controlEdge },
      ...{ colorText: ink, colorTextSecondary: ink2, colorTextTertiary: hint, colorTextQuaternary: hint },
      ...{ colorTextPlaceholder: hint, colorTextDescription: hint, colorBgLayout: page, colorBgContainer: surface },
      ...{ ...SIZES[size], fontFamily: FONT_FAMILY, borderRadius: 6, motionDurationMid: '0.15s' },
    },
    components: { Layout: { siderBg: surface, headerBg: surface, bodyBg: page } },
  };
}
