import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAMERA, largePhoto, photoWithPlace } from '@hsl/testing/test-files';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { copyPhoto } from './photo-copy.js';

/** The tag of EXIF under which the place stands (0x8825). */
const GPS_TAG = Buffer.from([0x25, 0x88]);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hsl-spec-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function copied(content: Buffer, maxPixels = 1_000_000) {
  const [from, to] = [join(dir, 'from'), join(dir, 'to')];
  await writeFile(from, content);
  const size = await copyPhoto(from, to, 'jpeg', maxPixels);
  return { size, bytes: await readFile(to) };
}

describe('a photo as it is kept', () => {
  it('says nothing of place and camera, and stands upright', async () => {
    const sent = await photoWithPlace();
    const before = await sharp(sent).metadata();
    expect([before.orientation, before.exif?.includes(CAMERA), before.exif?.includes(GPS_TAG)]).toEqual([
      6,
      true,
      true,
    ]);
    const { size, bytes } = await copied(sent);
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    expect(bytes.includes(CAMERA)).toBe(false);
    expect(size).toEqual({ width: 60, height: 90 });
  });

  it('is refused when it is damaged, or larger than any screen', async () => {
    const whole = await largePhoto(40_000);
    await expect(copied(whole.subarray(0, 5_000))).rejects.toMatchObject({ code: 'fileUnreadable' });
    await expect(copied(whole, 1_000)).rejects.toMatchObject({ code: 'fileUnreadable' });
  });

  it('carries nothing that was hidden behind it', async () => {
    const { bytes } = await copied(Buffer.concat([await photoWithPlace(), Buffer.from('PK-hidden-archive')]));
    expect(bytes.includes('PK-hidden-archive')).toBe(false);
  });
});
