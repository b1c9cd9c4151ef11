/** A sort of file that is taken, told by its content. */
export interface FileKind {
  mediaType: string;
  /** The first is what it is saved as. */
  extensions: readonly string[];
  /** Opened and written again without its metadata. */
  photo?: 'jpeg' | 'png' | 'webp';
}

/**
 * What may be put on a matter. HEIC is not among it: no prebuilt decoder may be shipped (patents), and phones turn it
 * into JPEG when a page asks for JPEG.
 */
export const FILE_KINDS: readonly FileKind[] = [
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], photo: 'jpeg' },
  { mediaType: 'image/png', extensions: ['png'], photo: 'png' },
  { mediaType: 'image/webp', extensions: ['webp'], photo: 'webp' },
  { mediaType: 'application/pdf', extensions: ['pdf'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
];

/** Pictures only: what a resident without sign-in may send. */
export const PHOTO_KINDS = FILE_KINDS.filter(({ photo }) => photo !== undefined);
