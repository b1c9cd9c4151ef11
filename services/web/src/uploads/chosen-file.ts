import { newKey } from '../drafts/draft.js';

const LONGEST_SIDE = 2_560;
const QUALITY = 0.85;

/** A photo, or a document of staff, that was chosen and is not yet with the platform. */
export interface ChosenFile {
  id: string;
  name: string;
  blob: Blob;
  /** For showing it on this device. */
  url: string;
}

/** What a file input offers for photos, so that phones turn what they have into one of these. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp';

export const chosenFile = (id: string, name: string, blob: Blob): ChosenFile => ({
  ...{ id, name, blob },
  url: URL.createObjectURL(blob),
});

export const isPhoto = ({ blob }: ChosenFile): boolean => blob.type.startsWith('image/');

/**
 * Smaller, and without what a phone writes into its photos, such as where it was: it is painted anew.
 * @returns undefined for a file that is no picture, whatever it is called
 */
export async function photoOf(file: File): Promise<ChosenFile | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob ? chosenFile(newKey(), file.name, blob) : undefined;
}
