import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** Files as people send them, good and bad. */

/** What a camera writes into a photo, and nobody may read out of it afterwards. */
export const CAMERA = 'HSL-Test-Camera';

/** A JPEG lying on its side, with camera and place (GPS) in its EXIF; upright it is 60 wide and 90 high. */
export async function photoWithPlace(colour = '#3a7'): Promise<Buffer> {
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '34/1 45/1 30/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '113/1 40/1 0/1',
  };
  return sharp({ create: { width: 90, height: 60, channels: 3, background: colour } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: CAMERA, Model: CAMERA }, IFD3: gps })
    .jpeg()
    .toBuffer();
}

export const png = (): Promise<Buffer> =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();

/** A JPEG of about that many bytes: noise cannot be pressed together. */
export async function largePhoto(bytes: number): Promise<Buffer> {
  const side = Math.ceil(Math.sqrt(bytes));
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 100 })
    .toBuffer();
}

export const pdf = (): Buffer =>
  Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** The first bytes of a program for Windows. */
export const program = (): Buffer => Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(2_000, 1)]);

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MACRO_TYPE = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** A Word file: a ZIP archive whose first entry says what it is. */
export const docx = ({ macros = false } = {}): Buffer =>
  storedZip({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${macros ? MACRO_TYPE : WORD_TYPE}"/></Types>`,
    'word/document.xml': '<w:document/>',
  });

/** A ZIP archive without compression. */
function storedZip(entries: Record<string, string>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, title, content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, title]));
    files.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, index, Buffer.from('PK\u0005\u0006'), end]);
}
