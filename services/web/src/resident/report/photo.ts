const LONGEST_SIDE = 2_560;
const QUALITY = 0.85;

/** One photo of the form. */
export interface Photo {
  id: number;
  name: string;
  blob: Blob;
  url: string;
  state: 'waiting' | 'sending' | 'done' | 'failed';
}

let lastId = 0;

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
  if (!blob) return undefined;
  lastId += 1;
  return { id: lastId, name: file.name, blob, url: URL.createObjectURL(blob), state: 'waiting' };
}
