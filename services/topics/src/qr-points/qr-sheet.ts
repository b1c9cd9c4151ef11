import type { OpeningHours } from '@hsl/domain/opening-hours';
import QRCode from 'qrcode';

/** What a printed sheet says. */
export interface SheetFacts {
  /** What the platform is called here (S2). */
  brand: string;
  place: string;
  communityName: string;
  /** What a phone opens when it scans the image. */
  url: string;
  /** The venue it hangs at (S17). */
  venue?: { name: string; address: string; openingHours: readonly OpeningHours[] } | undefined;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
const venueLines = ({ venue }: SheetFacts): string => {
  if (!venue) return '';
  const hours = venue.openingHours.map(
    ({ weekday, opens, closes }) => `周${WEEKDAYS[weekday - 1] ?? ''} ${opens}–${closes}`,
  );
  const open = hours.length === 0 ? '' : `<p>开放时间：${escaped(hours.join('，'))}</p>`;
  return `<p>${escaped(venue.name)} 地址：${escaped(venue.address)}</p>\n${open}`;
};

/**
 * A page to print (A4): the image, where it hangs, and what to do in plain words, for people who do not scan as well.
 * Nothing is loaded from elsewhere.
 */
export async function sheetOf(facts: SheetFacts): Promise<string> {
  const { brand, place, communityName, url } = facts;
  // Level Q: a quarter of the image may be scratched or covered.
  const image = await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(place)} 二维码</title>
<style>
@page { size: A4; margin: 20mm }
body { font: 18pt/1.6 sans-serif; text-align: center; color: #000; background: #fff }
svg { width: 110mm; height: 110mm }
p.address { font-size: 10pt; word-break: break-all }
</style>
</head>
<body>
<h1>${escaped(brand)}</h1>
<p>${escaped(communityName)} · ${escaped(place)}</p>
${venueLines(facts)}
<figure role="img" aria-label="二维码">${image}</figure>
<p>用手机扫一扫，写下您看到的事。不用登录，可以不留电话。</p>
<p>提交后会给您一个查询码，请截图保存。每件都有书面答复。</p>
<p>不方便扫码，请到社区，由工作人员代您填写。</p>
<p class="address">${escaped(url)}</p>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
