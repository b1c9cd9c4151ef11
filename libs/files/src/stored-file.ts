import type { StoredFile as Answer } from '@hsl/contracts/schemas/files';

/** The matter a file lies on: a sort of object of the service, and which one. */
export interface FileOwner {
  subdistrictId: string;
  matter: string;
  matterId: string;
}

/** A file as its owner's table has it. */
export interface StoredFile extends FileOwner {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  /** The photo that this is the redacted copy of. */
  redactionOf: string | null;
  /** Absent for a resident without sign-in. */
  uploadedBy: string | null;
  uploadedRole: string;
  createdAt: Date;
  /** Set once its words stand. */
  attachedAt: Date | null;
}

/** A file as its readers see it: under its own id and name, and with the content of its redacted copy, if there is one. */
export interface ShownFile extends StoredFile {
  /** Under which the content lies. */
  contentId: string;
  redacted: boolean;
}

/** Originals with their newest copy, in the order given. */
export function shownFiles(files: readonly StoredFile[]): ShownFile[] {
  return files
    .filter(({ redactionOf }) => redactionOf === null)
    .map((file) =>
      shownFile(
        file,
        files.findLast(({ redactionOf }) => redactionOf === file.id),
      ),
    );
}

/** @param copy shown instead of it */
export function shownFile(file: StoredFile, copy?: StoredFile): ShownFile {
  const { id: contentId, mediaType, bytes, sha256, width, height } = copy ?? file;
  return { ...file, contentId, mediaType, bytes, sha256, width, height, redacted: copy !== undefined };
}

export const storedFileView = (file: ShownFile): Answer => ({
  ...{ id: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 },
  ...{ width: file.width ?? undefined, height: file.height ?? undefined, uploadedRole: file.uploadedRole },
  ...{ uploadedAt: file.createdAt.toISOString(), final: file.attachedAt !== null },
  redacted: file.redacted,
});
