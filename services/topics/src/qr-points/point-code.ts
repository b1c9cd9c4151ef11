import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a printed code says: one point of one subdistrict, and which key signed it. */
export interface PointName {
  subdistrictId: string;
  pointId: string;
  keyVersion: number;
}

/** 128 bits of an HMAC-SHA-256: short enough for a small image, and nobody guesses it. */
const MAC_BYTES = 16;
const CODE = /^([a-z][a-z0-9_-]{0,39})\.([A-Za-z0-9_-]{22})\.(\d{1,4})\.([A-Za-z0-9_-]{22})$/;

/** `<subdistrict>.<point>.<key version>.<signature>`, all of it safe in a URL. */
export function pointCodeOf(point: PointName, secret: Uint8Array): string {
  const text = unsigned(point);
  const mac = createHmac('sha256', secret).update(`hsl-qr-point/1 ${text}`).digest().subarray(0, MAC_BYTES);
  return `${text}.${mac.toString('base64url')}`;
}

/** What a code claims, still to be verified; undefined if it is none of ours. */
export function claimOf(code: string): PointName | undefined {
  const [, subdistrictId, id, version] = CODE.exec(code) ?? [];
  if (subdistrictId === undefined || id === undefined || version === undefined) return undefined;
  const hex = Buffer.from(id, 'base64url').toString('hex');
  const pointId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { subdistrictId, pointId, keyVersion: Number(version) };
}

/** Whether the code is exactly the one this key makes of its claim. */
export function isSigned(code: string, claim: PointName, secret: Uint8Array): boolean {
  const [given, made] = [Buffer.from(code), Buffer.from(pointCodeOf(claim, secret))];
  return given.length === made.length && timingSafeEqual(given, made);
}

const unsigned = ({ subdistrictId, pointId, keyVersion }: PointName): string =>
  `${subdistrictId}.${Buffer.from(pointId.replaceAll('-', ''), 'hex').toString('base64url')}.${keyVersion}`;
