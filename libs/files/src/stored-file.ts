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
  /** Absent for a resident without sign-in. */
  uploadedBy: string | null;
  uploadedRole: string;
  createdAt: Date;
  /** Set once its words stand. */
  attachedAt: Date | null;
}

export const storedFileView = (file: StoredFile): Answer => ({
  ...{ id: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 },
  ...{ width: file.width ?? undefined, height: file.height ?? undefined, uploadedRole: file.uploadedRole },
  ...{ uploadedAt: file.createdAt.toISOString(), final: file.attachedAt !== null },
});
