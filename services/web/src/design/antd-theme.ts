import type { ThemeConfig } from 'antd';
import { FONT_FAMILY, type Palette } from './tokens.js';

/** The component library in our tokens; its own defaults miss the contrast of WCAG AA (white on its blue is 4.1). */
export function antdTheme(palette: Palette): ThemeConfig {
  const { accent, accentDeep, accentTint, hint, problem, controlEdge, ink, ink2, page, surface } = palette;
  return {
    token: {
      ...{ colorPrimary: accent, colorInfo: accent, colorLink: accent, colorError: problem },
      ...{ colorPrimaryHover: accentDeep, colorLinkHover: accentDeep, colorLinkActive: accentDeep },
      ...{ colorPrimaryBg: accentTint, colorInfoBg: accentTint, colorBorder: controlEdge },
      ...{ colorText: ink, colorTextSecondary: ink2, colorTextTertiary: hint, colorTextQuaternary: hint },
      ...{ colorTextPlaceholder: hint, colorTextDescription: hint, colorBgLayout: page, colorBgContainer: surface },
      ...{ fontFamily: FONT_FAMILY, fontSize: 14, borderRadius: 6, motionDurationMid: '0.15s' },
    },
    components: { Layout: { siderBg: surface, headerBg: surface, bodyBg: page } },
  };
}
