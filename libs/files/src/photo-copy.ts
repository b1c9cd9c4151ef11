import { ProblemError } from '@hsl/platform/problem.error';
import sharp from 'sharp';
import type { FileKind } from './file-kinds.js';

export interface PhotoSize {
  width: number;
  height: number;
}

// Each picture is looked at once; what libvips would remember of it is memory for nothing.
sharp.cache(false);

/** High enough that a photo of a photo still proves something. */
const QUALITY = 88;

/**
 * Writes the picture again: turned as the camera held it, and without place, time, camera, thumbnail or anything else
 * that was not seen (domain 4.6). What is no whole picture cannot be written again, so nothing hides behind one.
 * @param maxPixels width times height
 * @throws ProblemError fileUnreadable
 */
export async function copyPhoto(
  from: string,
  to: string,
  format: NonNullable<FileKind['photo']>,
  maxPixels: number,
): Promise<PhotoSize> {
  try {
    const { width, height } = await sharp(from, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .toFormat(format, format === 'png' ? {} : { quality: QUALITY })
      .toFile(to);
    return { width, height };
  } catch (error) {
    throw new ProblemError('fileUnreadable', { cause: error });
  }
}
