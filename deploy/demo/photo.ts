import { deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const [WIDTH, HEIGHT] = [320, 240];
const TRUE_COLOUR = Buffer.from([8, 2, 0, 0, 0]);

const POLYNOMIAL = 0xedb88320;

/** As PNG wants it; zlib has its own only from Node 20.15 on. */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? POLYNOMIAL : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Stripes in two colours as a PNG: stands for a photo of bicycles, all over the place or in their rows. */
function photo([one, other]: readonly [Colour, Colour], stripe: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  const line = Array.from({ length: WIDTH }, (_, x) => (Math.floor(x / stripe) % 2 === 0 ? one : other)).flat();
  const pixels = Buffer.concat(Array.from({ length: HEIGHT }, () => Buffer.from([0, ...line])));
  const parts = [chunk('IHDR', Buffer.concat([size, TRUE_COLOUR])), chunk('IDAT', deflateSync(pixels))];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** Before: a jumble; after: parked in rows. */
export const BEFORE = photo(
  [
    [120, 110, 100],
    [180, 90, 60],
  ],
  7,
);
export const AFTER = photo(
  [
    [200, 205, 210],
    [70, 130, 90],
  ],
  32,
);
