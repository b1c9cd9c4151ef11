import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { contentKindOf } from './content-kind.js';
import { FILE_ENV, type FileEnv } from './file-env.js';
import { PHOTO_KINDS, type FileKind } from './file-kinds.js';
import { fileNameOf } from './file-name.js';
import { ObjectStore } from './object-store.js';
import { copyPhoto, type PhotoSize } from './photo-copy.js';
import { receiveUpload, type ReceivedUpload } from './received-upload.js';
import { shownFile, shownFiles, type FileOwner, type ShownFile, type StoredFile } from './stored-file.js';
import { StoredFileRepository } from './stored-file.repository.js';

export interface UploadRules {
  kinds: readonly FileKind[];
  maxBytes: number;
  /** Files on the matter at once. */
  maxCount: number;
  /** The words it belongs to stand already. */
  final: boolean;
  /** It is the copy of this one, and shown instead of it from now on. */
  redactionOf?: StoredFile;
}

interface Ready {
  path: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  size?: PhotoSize;
}

/** Copies of one photo: whoever is not content with the first makes another. */
const MOST_COPIES = 5;

/** Nest token: first part of the keys, so that services may share a store. */
export const FILE_SERVICE = Symbol('hsl:file-service');

/** Takes in, hands out and takes back the files of a service. Who may is for the owner of the matter to say, before. */
@Injectable()
export class FileDesk {
  private readonly logger = new Logger(FileDesk.name);

  constructor(
    private readonly files: StoredFileRepository,
    private readonly store: ObjectStore,
    @Inject(FILE_ENV) private readonly env: FileEnv,
    @Inject(FILE_SERVICE) private readonly service: string,
  ) {}

  /**
   * The one file of a request's form, looked at and kept. The same content from the same person again is the file
   * that lies there already.
   * @throws ProblemError unsupportedMediaType, fileMissing, fileTooLarge, fileTypeNotAllowed, fileTypeMismatch,
   *   fileUnreadable, tooManyFiles, databaseUnavailable, serviceUnavailable while the store is away
   */
  async receive(
    request: FastifyRequest,
    owner: FileOwner,
    by: { userId: string | null; role: string },
    rules: UploadRules,
  ): Promise<ShownFile> {
    const dir = await mkdtemp(join(tmpdir(), 'hsl-upload-'));
    try {
      const upload = await receiveUpload(request, dir, rules.maxBytes);
      const ready = await this.prepare(upload, dir, rules.kinds);
      const kept = await this.keep(ready, upload.fileName, owner, by, rules);
      return rules.redactionOf ? shownFile(rules.redactionOf, kept) : shownFile(kept);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }

  /**
   * A copy of a photo on which nobody can be recognised, of a matter whose words stand; from now on its readers see it.
   * @param original of `original`
   * @throws ProblemError as `receive`
   */
  async receiveCopy(
    request: FastifyRequest,
    owner: FileOwner,
    by: { userId: string; role: string },
    original: ShownFile,
  ): Promise<ShownFile> {
    const { FILES_MAX_BYTES: maxBytes } = this.env;
    const rules = { kinds: PHOTO_KINDS, maxBytes, maxCount: MOST_COPIES, final: true, redactionOf: original };
    return this.receive(request, owner, by, rules);
  }

  /** Files of a matter as their readers see them, oldest first. */
  async list(owner: FileOwner): Promise<ShownFile[]> {
    return shownFiles(await this.files.list(owner));
  }

  /** @throws ProblemError notFound */
  async get(owner: FileOwner, id: string): Promise<ShownFile> {
    const found = (await this.list(owner)).find((file) => file.id === id);
    if (!found) throw new ProblemError('notFound');
    return found;
  }

  /**
   * The photo as it came, whatever copy its readers see.
   * @throws ProblemError notFound, fileTypeNotAllowed for a document
   */
  async original(owner: FileOwner, id: string): Promise<ShownFile> {
    const found = (await this.files.list(owner)).find((file) => file.id === id && file.redactionOf === null);
    if (!found) throw new ProblemError('notFound');
    if (!found.mediaType.startsWith('image/')) throw new ProblemError('fileTypeNotAllowed');
    return shownFile(found);
  }

  /** @throws ProblemError serviceUnavailable if the store cannot be reached or has lost it */
  open(file: ShownFile): Promise<Readable> {
    return orUnavailable(() => this.store.open(this.keyOf({ ...file, id: file.contentId })));
  }

  /**
   * With its copies.
   * @param evenIfFinal for an owner whose words may still be taken back
   * @throws ProblemError fileFinal
   */
  async takeBack(file: StoredFile, evenIfFinal = false): Promise<void> {
    if (!(await this.files.takeBack(file, evenIfFinal))) throw new ProblemError('fileFinal');
    await this.clear(file);
    const copies = (await this.files.list(file)).filter(({ redactionOf }) => redactionOf === file.id);
    for (const copy of copies) await this.takeBack(copy, true);
  }

  /**
   * Clears away what was put there and never became part of anything.
   * @param before files that came later are left alone
   * @returns how many
   */
  async clearOrphans(before: Date, most: number): Promise<number> {
    const orphans = await this.files.orphans(before, most);
    for (const file of orphans) await this.clear(file);
    return orphans.length;
  }

  private async prepare(upload: ReceivedUpload, dir: string, kinds: readonly FileKind[]): Promise<Ready> {
    const kind = await contentKindOf(upload.path, upload, kinds);
    const path = kind.photo ? join(dir, 'copy') : upload.path;
    const size = kind.photo && (await copyPhoto(upload.path, path, kind.photo, this.env.FILES_MAX_PIXELS));
    const [{ size: bytes }, sha256] = await Promise.all([stat(path), sha256Of(path)]);
    return { path, kind, bytes, sha256, size };
  }

  private async keep(
    { path, kind, bytes, sha256, size }: Ready,
    sentAs: string,
    owner: FileOwner,
    by: { userId: string | null; role: string },
    { maxCount, final, redactionOf }: UploadRules,
  ): Promise<StoredFile> {
    const id = randomUUID();
    const { mediaType } = kind;
    const about = { id, name: fileNameOf(id, kind, sentAs), mediaType, bytes, sha256 };
    const { width = null, height = null } = size ?? {};
    const who = { uploadedBy: by.userId, uploadedRole: by.role };
    const added = { ...owner, ...about, width, height, ...who, redactionOf: redactionOf?.id ?? null };
    const { file, repeated } = await this.files.reserve(added, maxCount);
    if (repeated) return file;
    try {
      await orUnavailable(() => this.store.put(this.keyOf(file), path, { bytes, mediaType }));
      return await this.files.kept(file, final);
    } catch (error) {
      // What cannot be cleared now is an orphan, and swept.
      await this.clear(file).catch((why: unknown) =>
        this.logger.warn(`${file.id} is left to the sweep: ${String(why)}`),
      );
      throw error;
    }
  }

  private async clear(file: StoredFile): Promise<void> {
    await orUnavailable(() => this.store.remove(this.keyOf(file)));
    await this.files.forget(file);
  }

  private keyOf({ subdistrictId, id }: StoredFile): string {
    return `${this.service}/${subdistrictId}/${id}`;
  }
}

/** A store that is away reads like any other server that is away: nothing was changed, try again. */
async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ProblemError('serviceUnavailable', { cause });
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
