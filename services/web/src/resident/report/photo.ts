import { newKey } from '../../drafts/draft.js';

const LONGEST_SIDE = 2_560;
const QUALITY = 0.85;

/** One photo of a form. */
export interface Photo {
  id: string;
  name: string;
  blob: Blob;
  url: string;
}

export const photoOfBlob = (id: string, name: string, blob: Blob): Photo => ({
  ...{ id, name, blob },
  url: URL.createObjectURL(blob),
});

/**
 * Smaller, and without what a phone writes into its photos: it is painted anew.
 * @returns undefined for a file that is no picture, whatever it is called
 */
export async function photoOf(file: File): Promise<Photo | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob ? photoOfBlob(newKey(), file.name, blob) : undefined;
}
