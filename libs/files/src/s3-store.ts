import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { FileEnv } from './file-env.js';
import { ObjectStore } from './object-store.js';

/** A bucket of any S3-compatible store. An object is seen when it is whole: that is S3's own promise. */
export class S3Store extends ObjectStore {
  private readonly client: S3Client;

  constructor(
    env: FileEnv,
    private readonly bucket: string,
  ) {
    super();
    const { FILES_S3_ENDPOINT: endpoint, FILES_S3_REGION: region } = env;
    const { FILES_S3_ACCESS_KEY: accessKeyId, FILES_S3_SECRET_KEY: secretAccessKey } = env;
    this.client = new S3Client({
      ...{ region, endpoint, forcePathStyle: endpoint !== undefined },
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
      // Stores other than Amazon's do not know its newer checksums.
      ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
    });
  }

  async put(key: string, path: string, { bytes, mediaType }: { bytes: number; mediaType: string }): Promise<void> {
    const body = { Body: createReadStream(path), ContentLength: bytes, ContentType: mediaType };
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, ...body }));
  }

  async open(key: string): Promise<Readable> {
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
    if (!(Body instanceof Readable)) throw new Error(`no bytes under ${key}`);
    return Body;
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
  }
}
